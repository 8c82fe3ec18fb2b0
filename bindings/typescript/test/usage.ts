// What a team writes: it has to compile, and each line marked as an error has to be one.

import type { ChatEvent, OperateChatParams } from "../src/genesys-chat.js";
import type { AgentUpdateParams, MessagesList, SentBy, Types } from "../src/proficient.js";
import { codec, is } from "../src/wire.js";

export function show(bundle: { $id: string }, text: string): string[] {
  const page: MessagesList = codec<Types>(bundle).decode("MessagesList", text);
  return page.data.map((message) => {
    const who: SentBy = message.sent_by;
    switch (who) {
      case "user":
        return `the user: ${message.content}`;
      case "agent":
        return `the agent: ${message.content}`;
      default:
        return `${who}: ${message.content}`; // tomorrow's senders
    }
  });
}

export function say(operation: OperateChatParams): string {
  if (is(operation, "operationName", "SendMessage")) return operation.text;
  if (is(operation, "operationName", "SendUrl")) return operation.pushUrl;
  return operation.operationName;
}

export const tomorrow: SentBy = "supervisor";
// @ts-expect-error: a name is a text
export const wrong: AgentUpdateParams = { name: 7 };
// @ts-expect-error: absent is not undefined
export const undefined_: AgentUpdateParams = { name: undefined };
// @ts-expect-error: `from` and `type` are required
export const event: ChatEvent = { utcTime: 0n };
