//! What a user holds, made of typify's structs: the five laws of the wire types put into their syntax tree.
//!
//! - optional and not nullable: `Option<T>` that refuses null; optional and nullable: `Field<T>`; required and nullable:
//!   `Option<T>` that must be there;
//! - unknown fields in `extra`; fields in the document's order, with its descriptions;
//! - `#[non_exhaustive]`, with `new` of the required fields.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Field, Fields, Ident, ItemStruct, parse::Parser as _, parse_quote, visit_mut::VisitMut};

use super::doc;
use crate::api::{Api, Kind, Property, Schema, Shape};

/// The source of an object: the struct and its `new`.
pub(super) fn object(
    api: &Api,
    schema: &Schema,
    properties: &[Property],
    skeleton: &ItemStruct,
    docs: &[String],
    first_variant: impl Fn(&str, &str) -> String,
) -> Result<TokenStream, String> {
    let mut item = skeleton.clone();
    let fields = fields(api, schema, properties, &item)?;
    let no_required = properties.iter().all(|property| !property.required);
    item.attrs = doc_attributes(docs);
    item.attrs.push(if no_required {
        parse_quote!(#[derive(Clone, Debug, Default, PartialEq, ::serde::Deserialize, ::serde::Serialize)])
    } else {
        parse_quote!(#[derive(Clone, Debug, PartialEq, ::serde::Deserialize, ::serde::Serialize)])
    });
    item.attrs.push(parse_quote!(#[non_exhaustive]));
    let constructor = constructor(api, schema, properties, &fields, no_required, first_variant);
    let mut all: syn::punctuated::Punctuated<Field, syn::Token![,]> = fields.into_iter().collect();
    all.push(extra()?);
    if let Fields::Named(named) = &mut item.fields {
        named.named = all;
    }
    Ok(quote!(#item #constructor))
}

/// The source of a map: a newtype over the standard map, transparent on the wire.
pub(super) fn map(skeleton: &ItemStruct, docs: &[String], strings: bool) -> TokenStream {
    let mut item = skeleton.clone();
    Paths.visit_item_struct_mut(&mut item);
    item.attrs = doc_attributes(docs);
    item.attrs
        .push(parse_quote!(#[derive(Clone, Debug, Default, PartialEq, ::serde::Deserialize, ::serde::Serialize)]));
    item.attrs.push(parse_quote!(#[serde(transparent)]));
    let name = &item.ident;
    let inner = item.fields.iter().next().map(|field| field.ty.clone());
    let value = if strings { quote!(String) } else { quote!(::serde_json::Value) };
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
    field.attrs.retain(|attribute| attribute.path().is_ident("serde"));
    let inner = field.ty.clone();
    match (property.required, property.nullable) {
        (true, false) => {}
        (true, true) => {
            field.ty = parse_quote!(Option<#inner>);
            field.attrs.push(parse_quote!(#[serde(deserialize_with = "Option::deserialize")]));
        }
        (false, true) => {
            field.ty = parse_quote!(::conversation_wire::Field<#inner>);
            field
                .attrs
                .push(parse_quote!(#[serde(default, skip_serializing_if = "::conversation_wire::Field::is_absent")]));
        }
        (false, false) => {
            field.ty = parse_quote!(Option<#inner>);
            field.attrs.push(parse_quote!(#[serde(
                default,
                deserialize_with = "::conversation_wire::non_null",
                skip_serializing_if = "Option::is_none"
            )]));
        }
    }
    let mut attributes = doc_attributes(&doc::lines(&description(api, property)));
    attributes.append(&mut field.attrs);
    field.attrs = attributes;
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
    let field = quote!(#[serde(flatten)] pub extra: ::conversation_wire::Extra);
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
                #[doc = " With every field absent."]
                pub fn new() -> Self {
                    Self::default()
                }
            }
        };
    }
    let mut parameters = Vec::new();
    let mut values = Vec::new();
    let mut constants = Vec::new();
    for (property, field) in properties.iter().zip(fields) {
        let (ident, ty) = (&field.ident, &field.ty);
        if !property.required {
            let absent = if property.nullable { quote!(::conversation_wire::Field::Absent) } else { quote!(None) };
            values.push(quote!(#ident: #absent));
        } else if let Some((constant, value)) = constant(api, property) {
            let variant = format_ident!("{}", first_variant(constant, value));
            let constant = skeleton_ident(constant);
            values.push(quote!(#ident: #constant::#variant));
            constants.push(format!("`{}` is `{value}`", property.name));
        } else if property.shape == Shape::String && !property.nullable {
            parameters.push(quote!(#ident: impl Into<String>));
            values.push(quote!(#ident: #ident.into()));
        } else {
            parameters.push(quote!(#ident: #ty));
            values.push(quote!(#ident));
        }
    }
    let mut text = " Of the required fields; what is optional is absent".to_owned();
    if !constants.is_empty() {
        text = format!("{text}, {}", constants.join(", "));
    }
    text.push('.');
    let many = (parameters.len() > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let none = parameters.is_empty().then(|| quote!(#[allow(clippy::new_without_default)]));
    quote! {
        impl #name {
            #[doc = #text]
            #many
            #none
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values,)* extra: ::conversation_wire::Extra::default() }
            }
        }
    }
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
