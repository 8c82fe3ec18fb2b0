//! A list of objects in which an invalid item does not cost the others.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use serde::de::{SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::decode::decode_again;
use crate::error::DecodeError;
use crate::mode;
use crate::wire_type::WireType;

/// The objects in an array of a document: the valid ones as a slice, and the items that could not be read as they came.
///
/// ```
/// use conversation_wire::{List, WireType, decode, object};
///
/// #[derive(Clone, Debug, PartialEq)]
/// pub struct Message {
///     pub content: String,
///     pub extra: conversation_wire::Extra,
/// }
///
/// object! { Message as MessageParts { content: String = "content" required } }
///
/// impl WireType for Message {
///     const NAME: &'static str = "Message";
///     const OPERATIONS: &'static [&'static str] = &[];
/// }
///
/// let json = br#"[{"content":"Hi"},{"content":7},{"content":"Bye"}]"#;
/// let messages: List<Message> = conversation_wire::decode_as("messages", json)?;
/// assert_eq!(messages.iter().map(|message| message.content.as_str()).collect::<Vec<_>>(), ["Hi", "Bye"]);
///
/// let [odd] = messages.unreadable() else { panic!() };
/// assert_eq!((odd.index(), odd.json()), (1, r#"{"content":7}"#));
/// assert_eq!(odd.to_string(), "[1].content: expected a string, found an integer");
/// assert_eq!(serde_json::to_string(&messages)?.as_bytes(), json);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [`decode`](crate::decode) and [`decode_value`](crate::decode_value) read a list item by item if the document is not
/// valid as a whole. By serde_json's own functions an invalid item is an error of the document.
///
/// Each unreadable item is written back at its index in the array. If valid items were removed in the meantime, those
/// that follow move up.
#[derive(Clone)]
pub struct List<T> {
    items: Vec<T>,
    /// As a rule none, and then one word.
    #[allow(clippy::box_collection)]
    unreadable: Option<Box<Vec<Unreadable>>>,
}

/// An item of a [`List`] that is not valid, as it came.
///
/// `Display` and `Debug` show where and why, and no value.
#[derive(Clone)]
pub struct Unreadable {
    index: usize,
    json: Box<RawValue>,
    error: DecodeError,
}

impl Unreadable {
    /// The index of the item in the array, counted from 0 over valid and unreadable items.
    pub fn index(&self) -> usize {
        self.index
    }

    /// The item as it came: JSON. It may contain secrets.
    pub fn json(&self) -> &str {
        self.json.get()
    }

    /// Why it could not be read. The path begins at the object that contains the list: `data[2].created_at`.
    pub fn error(&self) -> &DecodeError {
        &self.error
    }

    /// The path to the invalid value, as the error has it.
    pub fn path(&self) -> &str {
        self.error.path()
    }

    /// The string at the property `name` of the item, if it is an object and has one. It helps to find out what the item is.
    pub fn string(&self, name: &str) -> Option<String> {
        self.property(name)
    }

    /// The integer at the property `name` of the item, if it is an object and has one.
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.property(name)
    }

    fn property<T: for<'a> Deserialize<'a>>(&self, name: &str) -> Option<T> {
        let properties: std::collections::BTreeMap<String, &RawValue> = serde_json::from_str(self.json()).ok()?;
        serde_json::from_str(properties.get(name)?.get()).ok()
    }
}

impl PartialEq for Unreadable {
    /// By the index and the text.
    fn eq(&self, other: &Self) -> bool {
        (self.index, self.json()) == (other.index, other.json())
    }
}

impl Eq for Unreadable {}

impl Hash for Unreadable {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.index, self.json()).hash(state);
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path(), self.error.message())
    }
}

impl fmt::Debug for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unreadable")
            .field("path", &self.path())
            .field("error", &self.error.message())
            .finish_non_exhaustive()
    }
}

/// As JSON it is the item as it came.
impl Serialize for Unreadable {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl<T> List<T> {
    /// An empty list.
    pub const fn new() -> Self {
        Self { items: Vec::new(), unreadable: None }
    }

    /// The items that could not be read, in their order.
    pub fn unreadable(&self) -> &[Unreadable] {
        self.unreadable.as_deref().map_or(&[], Vec::as_slice)
    }

    /// The valid items and the others.
    pub fn into_parts(self) -> (Vec<T>, Vec<Unreadable>) {
        (self.items, self.unreadable.map(|unreadable| *unreadable).unwrap_or_default())
    }

    /// A list of valid items and of others, which [`into_parts`](Self::into_parts) gave.
    pub fn from_parts(items: Vec<T>, unreadable: Vec<Unreadable>) -> Self {
        let mut list = Self::from(items);
        if !unreadable.is_empty() {
            list.unreadable = Some(Box::new(unreadable));
        }
        list
    }

    /// A list of valid items and of texts of items that could not be read, each with its index. A text that is a valid item by
    /// now takes its place among those.
    pub fn from_texts(valid: Vec<T>, texts: impl IntoIterator<Item = (usize, String)>) -> Self
    where
        T: WireType,
    {
        let (mut unreadable, mut readable) = (Vec::new(), Vec::new());
        for (index, text) in texts {
            match mode::reading_again(|| decode_again(&text)) {
                Ok(item) => readable.push((index, item)),
                Err(error) => match RawValue::from_string(text) {
                    Ok(json) => unreadable.push(Unreadable { index, json, error: error.in_item(index) }),
                    // What is not even JSON was never an item of a document.
                    Err(_) => continue,
                },
            }
        }
        unreadable.sort_by_key(|item| item.index);
        let mut list = Self::from_parts(valid, unreadable);
        for (index, item) in readable {
            let earlier = list.unreadable().iter().filter(|other| other.index < index).count();
            let at = index.saturating_sub(earlier).min(list.items.len());
            list.items.insert(at, item);
        }
        list
    }

    /// Whether it has neither valid nor unreadable items.
    pub fn is_wholly_empty(&self) -> bool {
        self.items.is_empty() && self.unreadable().is_empty()
    }

    /// Appends a valid item.
    pub fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// The valid items, to change them.
    pub fn as_mut_vec(&mut self) -> &mut Vec<T> {
        &mut self.items
    }

    /// Takes out the items that could not be read.
    pub fn take_unreadable(&mut self) -> Vec<Unreadable> {
        self.unreadable.take().map(|unreadable| *unreadable).unwrap_or_default()
    }

    /// Names the property that contains the list, for the paths.
    #[inline]
    pub(crate) fn within(&mut self, name: &'static str) {
        for unreadable in self.unreadable.iter_mut().flat_map(|unreadable| unreadable.iter_mut()) {
            unreadable.error.put_within(name);
        }
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> DerefMut for List<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}

impl<T> From<Vec<T>> for List<T> {
    #[inline]
    fn from(items: Vec<T>) -> Self {
        Self { items, unreadable: None }
    }
}

impl<T, const N: usize> From<[T; N]> for List<T> {
    fn from(items: [T; N]) -> Self {
        Vec::from(items).into()
    }
}

/// The valid items. The others are gone: [`List::into_parts`] has both.
impl<T> From<List<T>> for Vec<T> {
    fn from(list: List<T>) -> Self {
        list.items
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<T> Extend<T> for List<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.items.extend(items);
    }
}

/// Over the valid items.
impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

/// Over the valid items.
impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

/// Over the valid items.
impl<'a, T> IntoIterator for &'a mut List<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter_mut()
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items && self.unreadable() == other.unreadable()
    }
}

impl<T: Eq> Eq for List<T> {}

/// Whether these are the valid items, and there are no others.
impl<T: PartialEq> PartialEq<[T]> for List<T> {
    fn eq(&self, other: &[T]) -> bool {
        self.items == other && self.unreadable().is_empty()
    }
}

/// Whether these are the valid items, and there are no others.
impl<T: PartialEq> PartialEq<&[T]> for List<T> {
    fn eq(&self, other: &&[T]) -> bool {
        *self == **other
    }
}

/// Whether these are the valid items, and there are no others.
impl<T: PartialEq> PartialEq<List<T>> for Vec<T> {
    fn eq(&self, other: &List<T>) -> bool {
        other == self
    }
}

/// Whether these are the valid items, and there are no others.
impl<T: PartialEq> PartialEq<Vec<T>> for List<T> {
    fn eq(&self, other: &Vec<T>) -> bool {
        *self == **other
    }
}

/// Whether these are the valid items, and there are no others.
impl<T: PartialEq, const N: usize> PartialEq<[T; N]> for List<T> {
    fn eq(&self, other: &[T; N]) -> bool {
        *self == *other.as_slice()
    }
}

impl<T: Hash> Hash for List<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.items.hash(state);
        self.unreadable().hash(state);
    }
}

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        list.entries(&self.items).entries(self.unreadable()).finish()
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.unreadable().is_empty() {
            return self.items.serialize(serializer);
        }
        let mut unreadable = self.unreadable().iter().peekable();
        let mut list = serializer.serialize_seq(Some(self.items.len() + self.unreadable().len()))?;
        let mut index = 0;
        for item in &self.items {
            while let Some(here) = unreadable.next_if(|unreadable| unreadable.index <= index) {
                list.serialize_element(here)?;
                index += 1;
            }
            list.serialize_element(item)?;
            index += 1;
        }
        for rest in unreadable {
            list.serialize_element(rest)?;
        }
        list.end()
    }
}

impl<'de, T: WireType> Deserialize<'de> for List<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if mode::is_again() {
            deserializer.deserialize_seq(ItemByItem(PhantomData))
        } else {
            Vec::deserialize(deserializer).map(Self::from)
        }
    }
}

struct ItemByItem<T>(PhantomData<T>);

impl<'de, T: WireType> Visitor<'de> for ItemByItem<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<List<T>, A::Error> {
        let (mut items, mut unreadable) = (Vec::new(), Vec::new());
        while let Some(json) = array.next_element::<&RawValue>()? {
            match decode_again(json.get()) {
                Ok(item) => items.push(item),
                Err(error) => {
                    let index = items.len() + unreadable.len();
                    unreadable.push(Unreadable { index, json: json.to_owned(), error: error.in_item(index) });
                }
            }
        }
        Ok(List::from_parts(items, unreadable))
    }
}
