import conversation.types.GenesysChatTypes.OperateChatParams;
import conversation.types.GenesysChatTypes.SendMessageParams;
import conversation.types.ProficientTypes.AgentUpdateParams;
import conversation.types.ProficientTypes.MessagesList;
import conversation.types.ProficientTypes.SentBy;
import conversation.types.Wire;
import java.util.List;

/** What a team writes: it has to compile. */
final class Usage {
    private Usage() {}

    static List<String> show(String text) {
        MessagesList page = Wire.decode(text, MessagesList::of);
        return page.data.stream()
            .map(message -> message.sentBy.equals(SentBy.USER) ? message.content : message.sentBy.value())
            .toList();
    }

    static String say(OperateChatParams operation) {
        return operation instanceof SendMessageParams message ? message.text : "";
    }

    static String clear() {
        AgentUpdateParams update = new AgentUpdateParams();
        update.description = Wire.Field.of(null);
        return Wire.encode(update);
    }
}
