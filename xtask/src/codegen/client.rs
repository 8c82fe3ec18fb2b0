//! The request code that progenitor makes of a document, on the types of the types crate.
//!
//! No crate holds it yet. It is made on every run all the same, so that a document which progenitor cannot handle is
//! found when it is written and not when the clients are.

use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TagStyle, TypeImpl};

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

fn escaped(step: &str) -> String {
    step.trim_matches(['[', ']']).replace('~', "~0").replace('/', "~1")
}

fn generate(spec: &openapiv3::OpenAPI, api: &Api, config: &Config) -> Result<syn::File, String> {
    let mut settings = GenerationSettings::default();
    settings.with_interface(InterfaceStyle::Positional).with_tag(TagStyle::Merged);
    let krate = config.crate_name().replace('-', "_");
    for schema in &api.schemas {
        let path = format!("::{krate}::{}", schema.name);
        let implements = [TypeImpl::Display, TypeImpl::FromStr];
        settings.with_replacement(&schema.name, path, implements.into_iter());
    }
    let tokens = Generator::new(&settings).generate_tokens(spec).map_err(|error| error.to_string())?;
    syn::parse2(tokens).map_err(|error| error.to_string())
}

fn has_method(file: &syn::File, id: &str) -> bool {
    file.items.iter().any(|item| match item {
        syn::Item::Impl(item) => {
            item.items.iter().any(|item| matches!(item, syn::ImplItem::Fn(method) if method.sig.ident == id))
        }
        _ => false,
    })
}
