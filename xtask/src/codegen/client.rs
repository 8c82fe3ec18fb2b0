//! The request code that progenitor makes of a document, on the types of the types crate.
//!
//! It is made on every run, also for a document without a client, so that a document which progenitor cannot handle is
//! found when it is written. What is committed is progenitor's, without the parts that are never called, and with two changes: headers,
//! timeouts and limits come from a `conversation_http::Attempt`, and a path is put together by
//! `conversation_http::path_segment`, which progenitor's own `encode_path` is no match for: that one lets a backslash
//! and dots through, and an id would name another operation.

use proc_macro2::{Group, TokenStream, TokenTree};
use progenitor_impl::{GenerationSettings, Generator, HooksMode, InterfaceStyle, TagStyle, TypeImpl};
use quote::{ToTokens as _, quote};
use syn::visit_mut::VisitMut;

use super::head;
use crate::{api::Api, codegen::config::Config, guard::guarded, place::Violation, yaml::Yaml};

/// The request code, or where the document is not what progenitor takes.
pub fn requests(document: &Yaml, api: &Api, config: &Config) -> Result<syn::File, Violation> {
    let spec: openapiv3::OpenAPI = serde_path_to_error::deserialize(document.value()).map_err(|error| {
        let pointer: String = error.path().iter().map(|step| format!("/{}", escaped(&step.to_string()))).collect();
        document.violation(&pointer, format!("not OpenAPI 3.0.3: {}", error.inner()))
    })?;
    let file = guarded(|| generate(&spec, api, config)).and_then(|made| made);
    let file = file.map_err(|error| document.violation("/paths", format!("progenitor: {error}")))?;
    for operation in &api.operations {
        if !has_method(&file, &operation.id) {
            return Err(document.violation("/paths", format!("progenitor made no request of `{}`", operation.id)));
        }
    }
    Ok(file)
}

/// The text of `src/generated/mod.rs` of a client crate, not yet through rustfmt.
pub fn source(requests: &syn::File, document: &str) -> String {
    let head = head(document, "the requests of every operation, by progenitor");
    // rustfmt leaves the lines between items to the author, and prettyplease leaves out these.
    let source = prettyplease::unparse(requests).replace("\n    }\n    ///", "\n    }\n\n    ///");
    format!("{head}\n{}", source.replace(";\n#[derive", ";\n\n#[derive").replace("\n}\nimpl", "\n}\n\nimpl"))
}

fn escaped(step: &str) -> String {
    step.trim_matches(['[', ']']).replace('~', "~0").replace('/', "~1")
}

fn generate(spec: &openapiv3::OpenAPI, api: &Api, config: &Config) -> Result<syn::File, String> {
    let mut settings = GenerationSettings::default();
    settings.with_interface(InterfaceStyle::Positional).with_tag(TagStyle::Merged);
    settings.with_hooks(HooksMode::Expected).with_inner_type(quote!(::conversation_http::Attempt));
    let krate = config.crate_name().replace('-', "_");
    for schema in &api.schemas {
        let path = format!("::{krate}::{}", schema.name);
        let implements = [TypeImpl::Display, TypeImpl::FromStr];
        settings.with_replacement(&schema.name, path, implements.into_iter());
    }
    let tokens = Generator::new(&settings).generate_tokens(spec).map_err(|error| error.to_string())?;
    let mut file: syn::File = syn::parse2(checked_paths(tokens)).map_err(|error| error.to_string())?;
    file.items.retain_mut(is_called);
    Plain.visit_file_mut(&mut file);
    Ok(file)
}

/// `encode_path(…)` made `::conversation_http::path_segment(…)?`. It stands within `format!`, where there is no syntax
/// tree yet.
fn checked_paths(tokens: TokenStream) -> TokenStream {
    let mut checked = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match (token, tokens.peek()) {
            (TokenTree::Ident(ident), Some(TokenTree::Group(arguments))) if ident == "encode_path" => {
                let arguments = arguments.stream();
                checked.extend(quote!(::conversation_http::path_segment(#arguments)?));
                tokens.next();
            }
            (TokenTree::Group(group), _) => {
                let mut inner = Group::new(group.delimiter(), checked_paths(group.stream()));
                inner.set_span(group.span());
                checked.extend([TokenTree::Group(inner)]);
            }
            (token, _) => checked.extend([token]),
        }
    }
    checked
}

/// Whether anybody calls it. The types are those of the types crate, and clients are made with a `reqwest::Client`.
fn is_called(item: &mut syn::Item) -> bool {
    match item {
        syn::Item::Mod(_) => false,
        syn::Item::Use(import) => {
            let names = import.to_token_stream().to_string();
            if names.contains("ClientHooks") {
                *import = syn::parse_quote!(
                    use progenitor_client::{ClientHooks, ClientInfo, Error, OperationInfo, ResponseValue};
                );
            }
            names.contains("ClientHooks")
        }
        syn::Item::Impl(item) => {
            item.items.retain(|item| !matches!(item, syn::ImplItem::Fn(method) if method.sig.ident == "new"));
            true
        }
        _ => true,
    }
}

/// Comments line by line, without the attributes of the whole module.
struct Plain;

impl VisitMut for Plain {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<syn::Attribute>) {
        let lines = |attribute: syn::Attribute| match documented(&attribute) {
            Some(text) => text.lines().map(comment).collect(),
            None => vec![attribute],
        };
        let allow = |attribute: &syn::Attribute| attribute.path().is_ident("allow");
        *attributes = attributes.drain(..).filter(|attribute| !allow(attribute)).flat_map(lines).collect();
    }
}

fn documented(attribute: &syn::Attribute) -> Option<String> {
    let syn::Meta::NameValue(syn::MetaNameValue {
        path,
        value: syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }),
        ..
    }) = &attribute.meta
    else {
        return None;
    };
    path.is_ident("doc").then(|| text.value())
}

fn comment(line: &str) -> syn::Attribute {
    let line = if line.is_empty() || line.starts_with(' ') { line.to_owned() } else { format!(" {line}") };
    syn::parse_quote!(#[doc = #line])
}

fn has_method(file: &syn::File, id: &str) -> bool {
    file.items.iter().any(|item| match item {
        syn::Item::Impl(item) => {
            item.items.iter().any(|item| matches!(item, syn::ImplItem::Fn(method) if method.sig.ident == id))
        }
        _ => false,
    })
}
