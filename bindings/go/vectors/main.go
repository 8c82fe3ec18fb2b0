// Command vectors decodes, encodes and compares every vector of the repository at ROOT: vectors ROOT OUT.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"

	"conversation.example/types/conversation"
	"conversation.example/types/genesyschat"
	"conversation.example/types/proficient"
	"conversation.example/types/wire"
)

var apis = map[string]func(string) any{
	"conversation": conversation.New,
	"genesys-chat": genesyschat.New,
	"proficient":   proficient.New,
}

type file struct {
	Api, Type string
	Vectors   []vector
}

type vector struct {
	Name, Group string
	Value       json.RawMessage
	Accept      bool
	At          *string
}

type hmacs struct {
	Vectors []struct {
		Secret     string
		ExternalId string `json:"external_id"`
		Hmac       string
	}
}

type result struct {
	Api    string `json:"api"`
	Type   string `json:"type"`
	Name   string `json:"name"`
	Group  string `json:"group"`
	Ok     bool   `json:"ok"`
	Place  *bool  `json:"place,omitempty"`
	Detail string `json:"detail"`
}

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "tests/vectors/*/*.json"))
	check(err)
	var results []result
	for _, name := range files {
		text, err := os.ReadFile(name)
		check(err)
		var said file
		check(json.Unmarshal(text, &said))
		for _, v := range said.Vectors {
			r := result{Api: said.Api, Type: said.Type, Name: v.Name, Group: v.Group}
			r.Ok, r.Place, r.Detail = outcome(apis[said.Api](said.Type), v)
			results = append(results, r)
		}
	}
	text, err := os.ReadFile(filepath.Join(os.Args[1], "tests/vectors/hmac.json"))
	check(err)
	var known hmacs
	check(json.Unmarshal(text, &known))
	for _, v := range known.Vectors {
		mac := hmac.New(sha256.New, []byte(v.Secret))
		mac.Write([]byte(v.ExternalId))
		computed := base64.StdEncoding.EncodeToString(mac.Sum(nil))
		results = append(results, result{
			Api: "proficient", Type: "UserHmac", Name: v.ExternalId, Group: "hmac", Ok: computed == v.Hmac, Detail: computed,
		})
	}
	text, err = json.MarshalIndent(map[string]any{"language": "go", "results": results}, "", " ")
	check(err)
	check(os.WriteFile(os.Args[2], text, 0o644))
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func outcome(into any, v vector) (ok bool, place *bool, detail string) {
	if err := json.Unmarshal(v.Value, into); err != nil {
		var wrong *wire.Error
		if !v.Accept && v.At != nil {
			is := errors.As(err, &wrong) && wrong.At == *v.At
			place = &is
		}
		return !v.Accept, place, err.Error()
	}
	back, err := json.Marshal(into)
	switch {
	case err != nil:
		return false, nil, err.Error()
	case !v.Accept:
		return false, nil, "accepted"
	case !same(read(v.Value), read(back)):
		return false, nil, fmt.Sprintf("came back as %s", back)
	}
	return true, nil, ""
}

func read(text []byte) (value any) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	check(decoder.Decode(&value))
	return value
}

// same says whether two values are equal; numbers are by their value.
func same(one, two any) bool {
	switch one := one.(type) {
	case map[string]any:
		two, is := two.(map[string]any)
		for name, value := range one {
			other, has := two[name]
			is = is && has && same(value, other)
		}
		return is && len(one) == len(two)
	case []any:
		two, is := two.([]any)
		is = is && len(one) == len(two)
		for i := range one {
			is = is && same(one[i], two[i])
		}
		return is
	case json.Number:
		two, is := two.(json.Number)
		return is && number(one).Cmp(number(two)) == 0
	}
	return one == two
}

func number(text json.Number) *big.Rat {
	value, ok := new(big.Rat).SetString(text.String())
	if !ok {
		panic(text)
	}
	return value
}
