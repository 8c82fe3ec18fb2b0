//! A client of the Genesys chat API (eServices 8.5 Web API): chats held, followed and renewed.
