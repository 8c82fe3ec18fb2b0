//! Which operation a request is for.

use hyper::Method;

use crate::{fault::Fault, genesys};

/// One operation of either API.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) id: &'static str,
    method: Method,
    /// Its path, with `{…}` for what a request names.
    pub(crate) path: &'static str,
    side: Side,
}

#[derive(Debug, PartialEq)]
enum Side {
    Proficient,
    Genesys,
}

impl Operation {
    /// The operation of a method and a path, if there is one.
    pub(crate) fn find(method: &Method, path: &str) -> Option<&'static Self> {
        OPERATIONS.iter().find(|operation| operation.method == *method && matches(operation.path, path))
    }

    /// The operation of this id.
    #[cfg(test)]
    pub(crate) fn of_id(id: &str) -> Option<&'static Self> {
        OPERATIONS.iter().find(|operation| operation.id == id)
    }

    /// Whether a fault means anything to a request; `later_page` tells whether it has `starting_after`.
    pub(crate) fn takes(&self, fault: Fault, later_page: bool) -> bool {
        if !fault.is_of_the_content() {
            return true;
        }
        if self.side == Side::Genesys {
            return genesys::applies(fault, self.id);
        }
        let paged = ["interactions_list", "messages_list"].contains(&self.id);
        match fault {
            Fault::EmptyPage | Fault::Reordered => paged,
            Fault::LoopingCursor | Fault::RepeatedPage => paged && later_page,
            _ => false,
        }
    }
}

fn matches(template: &str, path: &str) -> bool {
    let mut given = path.split('/');
    template.split('/').all(|part| {
        given.next().is_some_and(|given| if part.starts_with('{') { !given.is_empty() } else { part == given })
    }) && given.next().is_none()
}

const fn proficient(id: &'static str, method: Method, path: &'static str) -> Operation {
    Operation { id, method, path, side: Side::Proficient }
}

const fn genesys(id: &'static str, path: &'static str) -> Operation {
    Operation { id, method: Method::POST, path, side: Side::Genesys }
}

static OPERATIONS: [Operation; 26] = [
    proficient("messages_list", Method::GET, "/messages"),
    proficient("messages_create", Method::POST, "/messages"),
    proficient("messages_get", Method::GET, "/messages/{message_id}"),
    proficient("messages_ask", Method::POST, "/messages/{message_id}/ask"),
    proficient("interactions_list", Method::GET, "/interactions"),
    proficient("interactions_create", Method::POST, "/interactions"),
    proficient("interactions_get", Method::GET, "/interactions/{interaction_id}"),
    proficient("interactions_update", Method::POST, "/interactions/{interaction_id}"),
    proficient("interactions_delete", Method::DELETE, "/interactions/{interaction_id}"),
    proficient("agents_list", Method::GET, "/agents"),
    proficient("agents_create", Method::POST, "/agents"),
    proficient("agents_get", Method::GET, "/agents/{agent_id}"),
    proficient("agents_update", Method::POST, "/agents/{agent_id}"),
    proficient("agents_delete", Method::DELETE, "/agents/{agent_id}"),
    proficient("agents_get_config", Method::GET, "/agents/{agent_id}/config"),
    proficient("agents_update_config", Method::POST, "/agents/{agent_id}/config"),
    proficient("agents_activate", Method::POST, "/agents/{agent_id}/activate"),
    proficient("agents_deactivate", Method::POST, "/agents/{agent_id}/deactivate"),
    proficient("users_list", Method::GET, "/users"),
    proficient("users_create", Method::POST, "/users"),
    proficient("users_get", Method::GET, "/users/{user_id}"),
    proficient("users_update", Method::POST, "/users/{user_id}"),
    proficient("users_delete", Method::DELETE, "/users/{user_id}"),
    genesys("get_messages", "/webapi/api/v2/chats/{chat_id}/messages"),
    genesys("operate_chat", "/webapi/api/v2/chats/{chat_id}"),
    genesys("request_chat", "/webapi/api/v2/chats"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operation_is_found_by_method_and_path() {
        let found = |method, path| Operation::find(&method, path).map(|operation| operation.id);
        assert_eq!(found(Method::GET, "/messages"), Some("messages_list"));
        assert_eq!(found(Method::POST, "/messages/m/ask"), Some("messages_ask"));
        assert_eq!(found(Method::POST, "/webapi/api/v2/chats/c"), Some("operate_chat"));
        for path in ["", "/", "/messages/", "/messages//ask", "/messages/m/ask/", "/webapi", "//messages"] {
            assert_eq!(found(Method::POST, path), None, "{path}");
        }
        assert_eq!(found(Method::PUT, "/messages"), None);
    }
}
