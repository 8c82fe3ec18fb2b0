// Package wire is what the generated types decode and encode with: nothing is coerced and nothing is lost.
package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Error says what is wrong with a document, and where.
type Error struct {
	// At is the JSON pointer to the value that is wrong or missing.
	At   string
	What string
}

func (e *Error) Error() string { return fmt.Sprintf("at %q: %s", e.At, e.What) }

// within is err, which happened below the member or element of that name.
func within(name string, err error) error {
	var known *Error
	if !errors.As(err, &known) {
		known = &Error{What: err.Error()}
	}
	name = strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
	return &Error{At: "/" + name + known.At, What: known.What}
}

// Unknown holds the members of an object that its type does not know, each as it was written.
type Unknown map[string]json.RawMessage

// Any is any JSON value, null among them, as it was written.
type Any = json.RawMessage

// Field is a member that may be absent, null or a value. Its zero value is absent.
type Field[T any] struct {
	Present bool
	// Value is nil for null.
	Value *T
}

// Null is a field that is there and null.
func Null[T any]() Field[T] { return Field[T]{Present: true} }

// Value is a field with a value.
func Value[T any](value T) Field[T] { return Field[T]{Present: true, Value: &value} }

func (f *Field[T]) decode(raw json.RawMessage) error {
	f.Present = true
	return decodeNullable(raw, reflect.ValueOf(&f.Value).Elem())
}

func (f Field[T]) absent() bool { return !f.Present }

// MarshalJSON makes a field its value; as a member of an object, an absent one is left out.
func (f Field[T]) MarshalJSON() ([]byte, error) { return json.Marshal(f.Value) }

// Decode reads data into a pointer, as json.Unmarshal does, but takes null for no other value.
func Decode(data []byte, into any) error { return decode(data, reflect.ValueOf(into).Elem()) }

// Encode writes a value, as json.Marshal does.
func Encode(value any) ([]byte, error) { return json.Marshal(value) }

func isNull(raw []byte) bool { return string(bytes.TrimSpace(raw)) == "null" }

func decode(raw json.RawMessage, into reflect.Value) error {
	if own, is := into.Addr().Interface().(json.Unmarshaler); is {
		return json.Unmarshal(raw, own)
	}
	if isNull(raw) {
		return &Error{What: "null"}
	}
	switch into.Kind() {
	case reflect.Slice:
		var items []json.RawMessage
		if err := json.Unmarshal(raw, &items); err != nil {
			return said(err)
		}
		into.Set(reflect.MakeSlice(into.Type(), len(items), len(items)))
		for i, item := range items {
			if err := decode(item, into.Index(i)); err != nil {
				return within(strconv.Itoa(i), err)
			}
		}
		return nil
	case reflect.Map:
		var members map[string]json.RawMessage
		if err := json.Unmarshal(raw, &members); err != nil {
			return said(err)
		}
		into.Set(reflect.MakeMap(into.Type()))
		for name, member := range members {
			value := reflect.New(into.Type().Elem()).Elem()
			if err := decode(member, value); err != nil {
				return within(name, err)
			}
			into.SetMapIndex(reflect.ValueOf(name), value)
		}
		return nil
	}
	return said(json.Unmarshal(raw, into.Addr().Interface()))
}

func decodeNullable(raw json.RawMessage, pointer reflect.Value) error {
	if isNull(raw) {
		pointer.Set(reflect.Zero(pointer.Type()))
		return nil
	}
	pointer.Set(reflect.New(pointer.Type().Elem()))
	return decode(raw, pointer.Elem())
}

// said is err without the value that it quotes, which may be a secret.
func said(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		kind, _, _ := strings.Cut(wrong.Value, " ")
		return &Error{What: fmt.Sprintf("%s instead of %s", kind, wrong.Type)}
	}
	return err
}

// DecodeValid reads a value that must be valid.
func DecodeValid[P any](data []byte, into *P, valid func(P) bool) error {
	var value P
	if err := Decode(data, &value); err != nil {
		return err
	}
	if !valid(value) {
		return errInvalid
	}
	*into = value
	return nil
}

// EncodeValid writes a value that must be valid.
func EncodeValid(value any, valid bool) ([]byte, error) {
	if !valid {
		return nil, errInvalid
	}
	return json.Marshal(value)
}

var errInvalid = &Error{What: "out of bounds"}

// Kind is the JSON type of a value, as JSON Schema names it.
func Kind(data []byte) string {
	switch text := bytes.TrimSpace(data); {
	case len(text) == 0:
		return ""
	case text[0] == '"':
		return "string"
	case text[0] == '{':
		return "object"
	case text[0] == '[':
		return "array"
	case text[0] == 't' || text[0] == 'f':
		return "boolean"
	case text[0] == 'n':
		return "null"
	case bytes.ContainsAny(text, ".eE"):
		return "number"
	}
	return "integer"
}

// Object reads the members of an object, and keeps the first error.
type Object struct {
	members map[string]json.RawMessage
	err     error
}

// Open reads an object.
func Open(data []byte) *Object {
	o := &Object{}
	o.err = Decode(data, &o.members)
	return o
}

func (o *Object) take(name string) (raw json.RawMessage, is bool) {
	raw, is = o.members[name]
	delete(o.members, name)
	return raw, is && o.err == nil
}

func (o *Object) note(name string, err error) {
	if err != nil && o.err == nil {
		o.err = within(name, err)
	}
}

// Required reads a member that must be there and not be null, unless its type is any JSON value.
func (o *Object) Required(name string, into any) {
	if raw, is := o.take(name); is {
		o.note(name, Decode(raw, into))
	} else {
		o.note(name, errors.New("missing"))
	}
}

// Nullable reads a member that must be there and may be null, into a pointer to a pointer.
func (o *Object) Nullable(name string, into any) {
	if raw, is := o.take(name); is {
		o.note(name, decodeNullable(raw, reflect.ValueOf(into).Elem()))
	} else {
		o.note(name, errors.New("missing"))
	}
}

// Optional reads a member that may be absent, into a pointer to a Field, a pointer, a slice or a map.
func (o *Object) Optional(name string, into any) {
	raw, is := o.take(name)
	if !is {
		return
	}
	if field, is := into.(interface{ decode(json.RawMessage) error }); is {
		o.note(name, field.decode(raw))
		return
	}
	value := reflect.ValueOf(into).Elem()
	if value.Kind() == reflect.Pointer {
		value.Set(reflect.New(value.Type().Elem()))
		value = value.Elem()
	}
	o.note(name, decode(raw, value))
}

// Constant reads a member that must be there and have that value.
func (o *Object) Constant(name, value string) {
	var is string
	if o.Required(name, &is); is != value {
		o.note(name, errors.New("another value"))
	}
}

// Close hands out the members that were not read; there must be none when there is nowhere to put them.
func (o *Object) Close(unknown *Unknown) error {
	for name := range o.members {
		if unknown == nil {
			o.note(name, errors.New("not known"))
		} else {
			*unknown = o.members
		}
	}
	return o.err
}

// Tag reads the member that tells the members of a union apart.
func Tag(data []byte, name string) (tag string, err error) {
	o := Open(data)
	o.Required(name, &tag)
	return tag, o.err
}

// Writer writes an object.
type Writer struct {
	text  bytes.Buffer
	names map[string]bool
	err   error
}

// NewWriter begins an object.
func NewWriter() *Writer { return &Writer{names: map[string]bool{}} }

// Put writes a member. A slice or map that is nil is written as an empty one.
func (w *Writer) Put(name string, value any) {
	if of := reflect.ValueOf(value); of.Kind() == reflect.Slice && of.IsNil() {
		if _, any := value.(json.RawMessage); !any {
			value = []struct{}{}
		}
	} else if of.Kind() == reflect.Map && of.IsNil() {
		value = struct{}{}
	}
	key, err := json.Marshal(name)
	if err == nil {
		var text []byte
		if text, err = json.Marshal(value); err == nil {
			w.text.WriteByte(",{"[btoi(len(w.names) == 0)])
			w.text.Write(append(append(key, ':'), text...))
			w.names[name] = true
		}
	}
	if err != nil && w.err == nil {
		w.err = within(name, err)
	}
}

func btoi(is bool) int {
	if is {
		return 1
	}
	return 0
}

// PutPresent writes a member that may be absent.
func (w *Writer) PutPresent(name string, value any) {
	if field, is := value.(interface{ absent() bool }); is {
		if !field.absent() {
			w.Put(name, value)
		}
	} else if !reflect.ValueOf(value).IsNil() {
		w.Put(name, value)
	}
}

// Close writes the members that the type does not know, and ends the object.
func (w *Writer) Close(unknown Unknown) ([]byte, error) {
	for name, value := range unknown {
		if !w.names[name] {
			w.Put(name, value)
		}
	}
	if len(w.names) == 0 {
		w.text.WriteByte('{')
	}
	w.text.WriteByte('}')
	return w.text.Bytes(), w.err
}
