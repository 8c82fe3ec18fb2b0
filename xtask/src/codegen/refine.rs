//! What a user holds, made of typify's structs: the five laws of the wire types put into their syntax tree.
//!
//! - optional and not nullable: `Option<T>`; optional and nullable: `Field<T>`; required and nullable: `Option<T>` that must be
//!   there; an array of objects: `List<T>`, in which an invalid item does not cost the others;
//! - reading and writing by `object!`, which also finds and moves properties by name;
//! - unknown fields in `extra`; fields in the document's order, with its descriptions;
//! - `#[non_exhaustive]`, with `new`: it takes the required fields as arguments, or, where two of them have the same type, as a
//!   struct that names each.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Field, Fields, Ident, ItemStruct, parse::Parser as _, parse_quote, visit_mut::VisitMut};

use super::doc;
use crate::api::{Api, Kind, Property, Read, Schema, Shape};

/// The source of an object: the struct and its `new`, and how its properties are read and written.
pub(super) fn object(
    api: &Api,
    schema: &Schema,
    properties: &[Property],
    skeleton: &ItemStruct,
    docs: &[String],
    first_variant: impl Fn(&str, &str) -> String,
) -> Result<(TokenStream, String), String> {
    let mut item = skeleton.clone();
    let fields = fields(api, schema, properties, &item)?;
    let no_required = !properties.iter().any(is_written);
    item.attrs = doc_attributes(docs);
    item.attrs.push(if no_required {
        parse_quote!(#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)])
    } else {
        parse_quote!(#[derive(Clone, Debug, PartialEq, Eq, Hash)])
    });
    item.attrs.push(parse_quote!(#[non_exhaustive]));
    for (taken, what) in [
        (fields_name(&item.ident), "of the arguments of its `new`"),
        (parts_name(&item.ident), "of its fields that may be set or not"),
    ] {
        if api.schema(&taken.to_string()).is_some() {
            return Err(format!("`{taken}` is the name {what}, of `{}`: rename the schema", schema.name));
        }
    }
    let constructor = constructor(api, schema, properties, &fields, no_required, first_variant);
    let properties = properties_of(api, &item.ident, properties, &fields);
    let mut all: syn::punctuated::Punctuated<Field, syn::Token![,]> = fields.into_iter().collect();
    all.push(extra()?);
    if let Fields::Named(named) = &mut item.fields {
        named.named = all;
    }
    Ok((quote!(#item #constructor), properties))
}

/// How the properties are read and written: the call of `object!`.
fn properties_of(api: &Api, name: &Ident, properties: &[Property], fields: &[Field]) -> String {
    let lines: String = properties
        .iter()
        .zip(fields)
        .map(|(property, Field { ident, ty, .. })| {
            let kind = match (property.required, property.nullable, is_list(api, &property.shape)) {
                (true, false, false) => "required",
                (true, false, true) => "list",
                (true, true, _) => "nullable",
                (false, false, false) => "optional",
                (false, false, true) => "optional_list",
                (false, true, _) => "optional_nullable",
            };
            let ty = quote!(#ty).to_string().replace(' ', "");
            format!("        {}: {ty} = {:?} {kind},\n", quote!(#ident), property.name)
        })
        .collect();
    let parts = parts_name(name);
    let lines = if lines.is_empty() { String::new() } else { format!("\n{lines}    ") };
    format!("::conversation_wire::object! {{\n    {name} as {parts} {{{lines}}}\n}}\n")
}

/// Whether it is an array of objects.
fn is_list(api: &Api, shape: &Shape) -> bool {
    let Shape::Array(items) = shape else { return false };
    let Shape::Ref(name) = &**items else { return false };
    api.schema(name).is_some_and(|schema| matches!(schema.kind, Kind::Object(_) | Kind::Union(_)))
}

/// The properties that contain lists of objects, each with the schema of its items.
pub(super) fn lists<'a>(api: &Api, schema: &'a Schema) -> Vec<(&'a str, &'a str)> {
    let Kind::Object(properties) = &schema.kind else { return Vec::new() };
    let lists = properties.iter().filter(|property| is_list(api, &property.shape));
    lists.filter_map(|property| Some((property.name.as_str(), property.shape.target()?))).collect()
}

/// The source of a map: a newtype over the standard map, transparent on the wire.
pub(super) fn map(skeleton: &ItemStruct, docs: &[String], strings: bool) -> TokenStream {
    let mut item = skeleton.clone();
    Paths.visit_item_struct_mut(&mut item);
    item.attrs = doc_attributes(docs);
    item.attrs.push(
        parse_quote!(#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ::serde::Deserialize, ::serde::Serialize)]),
    );
    item.attrs.push(parse_quote!(#[serde(transparent)]));
    let name = &item.ident;
    let value = if strings { quote!(String) } else { quote!(::serde_json::Value) };
    if !strings {
        item.fields = Fields::Unnamed(parse_quote!((
            #[serde(deserialize_with = "::conversation_wire::__private::deserialize_properties")]
            pub ::conversation_wire::Extra
        )));
    }
    let inner = item.fields.iter().next().map(|field| field.ty.clone());
    quote! {
        #item

        impl ::std::ops::Deref for #name {
            type Target = #inner;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl ::std::ops::DerefMut for #name {
            fn deref_mut(&mut self) -> &mut Self::Target {
                &mut self.0
            }
        }

        impl From<#inner> for #name {
            fn from(map: #inner) -> Self {
                Self(map)
            }
        }

        impl<K: Into<String>, V: Into<#value>> FromIterator<(K, V)> for #name {
            fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
                Self(entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
            }
        }
    }
}

fn fields(api: &Api, schema: &Schema, properties: &[Property], item: &ItemStruct) -> Result<Vec<Field>, String> {
    properties
        .iter()
        .map(|property| {
            let made = item.fields.iter().find(|field| wire_name(field) == property.name);
            let made =
                made.ok_or_else(|| format!("typify made no field of `{}` in `{}`", property.name, schema.name))?;
            Ok(field(api, property, made))
        })
        .collect()
}

/// typify's field, with the document's words and the wrapper that the property asks for.
fn field(api: &Api, property: &Property, made: &Field) -> Field {
    let mut field = made.clone();
    Paths.visit_field_mut(&mut field);
    let mut inner = field.ty.clone();
    if is_list(api, &property.shape) {
        let Some(item) = property.shape.target() else { return field };
        let item = skeleton_ident(item);
        inner = parse_quote!(::conversation_wire::List<#item>);
    }
    field.ty = match (property.required, property.nullable) {
        (true, false) => inner,
        (false, true) => parse_quote!(::conversation_wire::Field<#inner>),
        (true, true) | (false, false) => parse_quote!(Option<#inner>),
    };
    field.attrs = doc_attributes(&doc::lines(&description(api, property)));
    field
}

/// The property's own words, else the first paragraph of its schema's.
fn description(api: &Api, property: &Property) -> String {
    if let Some(own) = &property.description {
        return own.clone();
    }
    let schema = property.shape.target().and_then(|name| api.schema(name));
    let whole = schema.map(|schema| schema.description.as_str()).unwrap_or_default();
    whole.split("\n\n").next().unwrap_or_default().to_owned()
}

fn extra() -> Result<Field, String> {
    let docs = "Fields that the document does not list: kept as they came, and written back.".to_owned();
    let field = quote!(pub extra: ::conversation_wire::Extra);
    let mut field = Field::parse_named.parse2(field).map_err(|error| error.to_string())?;
    field.attrs.splice(0..0, doc_attributes(&[docs]));
    Ok(field)
}

fn constructor(
    api: &Api,
    schema: &Schema,
    properties: &[Property],
    fields: &[Field],
    no_required: bool,
    first_variant: impl Fn(&str, &str) -> String,
) -> TokenStream {
    let name = &skeleton_ident(&schema.name);
    if no_required {
        return quote! {
            impl #name {
                #[doc = " Creates a value with every field absent."]
                pub fn new() -> Self {
                    Self::default()
                }
            }
        };
    }
    // What the document requires, a writer must give, even if readers do without it.
    let fields: Vec<Field> = properties.iter().zip(fields).map(|(property, field)| argument(property, field)).collect();
    let required: Vec<(&Property, &Field)> = properties
        .iter()
        .zip(&fields)
        .filter(|(property, _)| is_written(property) && constant(api, property).is_none())
        .collect();
    let by_name = can_be_swapped(&required);
    let mut values = Vec::new();
    let mut constants = Vec::new();
    for (property, Field { ident, .. }) in properties.iter().zip(&fields) {
        values.push(if property.read == Read::Absent {
            quote!(#ident: Some(#ident))
        } else if !property.required {
            let absent = if property.nullable { quote!(::conversation_wire::Field::Absent) } else { quote!(None) };
            quote!(#ident: #absent)
        } else if let Some((constant, value)) = constant(api, property) {
            constants.push(format!("`{}` is `{value}`", property.name));
            let variant = format_ident!("{}", first_variant(constant, value));
            let constant = skeleton_ident(constant);
            quote!(#ident: #constant::#variant)
        } else if (is_text(property) || is_list(api, &property.shape) && !property.nullable) && !by_name {
            quote!(#ident: #ident.into())
        } else {
            quote!(#ident)
        });
    }
    let rest = if constants.is_empty() { String::new() } else { format!(", {}", constants.join(", ")) };
    let docs = format!(" Creates a value from its required fields. Optional fields are absent{rest}.");
    if by_name {
        new_by_name(name, &required, &values, &docs)
    } else {
        new_by_position(api, name, &required, &values, &docs)
    }
}

/// Whether the document requires the property.
fn is_written(property: &Property) -> bool {
    property.required || property.read == Read::Absent
}

/// The field as an argument of the constructor: without the `Option` of a property that only readers do without.
fn argument(property: &Property, field: &Field) -> Field {
    let mut argument = field.clone();
    if property.read == Read::Absent
        && let syn::Type::Path(path) = &field.ty
        && let Some(syn::PathArguments::AngleBracketed(inner)) = path.path.segments.last().map(|last| &last.arguments)
        && let Some(syn::GenericArgument::Type(inner)) = inner.args.first()
    {
        argument.ty = inner.clone();
    }
    argument
}

/// Whether two arguments of a constructor could be swapped, and the program would still compile.
fn can_be_swapped(required: &[(&Property, &Field)]) -> bool {
    let types: std::collections::BTreeSet<String> =
        required.iter().map(|(_, Field { ty, .. })| quote!(#ty).to_string()).collect();
    types.len() < required.len()
}

/// Whether a property is a plain string, for which `new` takes any type that converts to one.
fn is_text(property: &Property) -> bool {
    property.shape == Shape::String && !property.nullable
}

/// `new` with an argument for each required field: no two of them have the same type.
fn new_by_position(
    api: &Api,
    name: &Ident,
    required: &[(&Property, &Field)],
    values: &[TokenStream],
    docs: &str,
) -> TokenStream {
    let parameters = required.iter().map(|(property, Field { ident, ty, .. })| {
        if is_text(property) || is_list(api, &property.shape) && !property.nullable {
            quote!(#ident: impl Into<#ty>)
        } else {
            quote!(#ident: #ty)
        }
    });
    let many = (required.len() > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let none = required.is_empty().then(|| quote!(#[allow(clippy::new_without_default)]));
    quote! {
        impl #name {
            #[doc = #docs]
            #many
            #none
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values,)* extra: ::conversation_wire::Extra::default() }
            }
        }
    }
}

/// `new` with one argument, a struct that names each required field: two of them have the same type.
fn new_by_name(name: &Ident, required: &[(&Property, &Field)], values: &[TokenStream], docs: &str) -> TokenStream {
    let arguments = fields_name(name);
    let idents: Vec<_> = required.iter().map(|(_, field)| &field.ident).collect();
    let fields = required.iter().map(|(_, Field { ident, ty, attrs, .. })| {
        let docs = attrs.iter().filter(|attribute| attribute.path().is_ident("doc"));
        quote!(#(#docs)* pub #ident: #ty)
    });
    let head = format!(" The required fields of [`{name}`], by name: the argument of [`{name}::new`].");
    quote! {
        #[doc = #head]
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct #arguments { #(#fields),* }

        impl #name {
            #[doc = #docs]
            pub fn new(fields: #arguments) -> Self {
                let #arguments { #(#idents),* } = fields;
                Self { #(#values,)* extra: ::conversation_wire::Extra::default() }
            }
        }

        impl From<#arguments> for #name {
            fn from(fields: #arguments) -> Self {
                Self::new(fields)
            }
        }
    }
}

/// The name of the struct that `new` takes where it takes one.
fn fields_name(name: &Ident) -> Ident {
    format_ident!("{name}Fields")
}

/// The name of the struct of fields that may be set or not.
fn parts_name(name: &Ident) -> Ident {
    format_ident!("{name}Parts")
}

/// The one value that a property can have as far as the document knows, and its enum.
pub(super) fn constant<'a>(api: &'a Api, property: &'a Property) -> Option<(&'a str, &'a str)> {
    let Shape::Ref(name) = &property.shape else { return None };
    match &api.schema(name)?.kind {
        Kind::OpenEnum(values) if values.len() == 1 && property.required && !property.nullable => {
            Some((name, values.first()?.value.as_str()))
        }
        _ => None,
    }
}

fn skeleton_ident(name: &str) -> Ident {
    format_ident!("{name}")
}

/// The key of a field on the wire: its `rename`, else its name.
fn wire_name(field: &Field) -> String {
    let mut name = field.ident.as_ref().map(Ident::to_string).unwrap_or_default();
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // Other keys than `rename` have no string that must be read.
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename") {
                name = meta.value()?.parse::<syn::LitStr>()?.value();
            }
            Ok(())
        });
    }
    name
}

fn doc_attributes(lines: &[String]) -> Vec<Attribute> {
    let spaced = |line: &String| if line.is_empty() { String::new() } else { format!(" {line}") };
    lines.iter().map(spaced).map(|line| parse_quote!(#[doc = #line])).collect()
}

/// `::std::string::String` is `String` to a reader, and an `f64` would not be written back as it was read.
struct Paths;

impl VisitMut for Paths {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        syn::visit_mut::visit_path_mut(self, path);
        let steps: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        if steps == ["f64"] {
            *path = parse_quote!(::conversation_wire::Number);
            return;
        }
        if matches!(steps.as_slice(), ["std", "string", "String"] | ["std", "vec", "Vec"] | ["std", "boxed", "Box"])
            && let Some(last) = path.segments.pop()
        {
            path.leading_colon = None;
            path.segments = [last].into_iter().collect();
        }
    }
}
