package types_test

import (
	"encoding/json"
	"fmt"

	"conversation.example/types/genesyschat"
	"conversation.example/types/proficient"
	"conversation.example/types/wire"
)

// What a team writes.
func Example() {
	var page proficient.MessagesList
	text := `{"data":[{"id":"msg_1","object":"message","content":"Hello","created_at":1,"depth":0,
		"interaction_id":"int_1","sent_by":"supervisor","tone":"warm"}],"has_more":false}`
	if err := json.Unmarshal([]byte(text), &page); err != nil {
		fmt.Println(err)
	}
	for _, message := range page.Data {
		switch message.SentBy {
		case proficient.SentByUser, proficient.SentByAgent:
			fmt.Println(message.Content)
		default:
			fmt.Println(message.SentBy, message.Content, string(message.Unknown["tone"])) // tomorrow's senders
		}
	}

	fmt.Println(json.Unmarshal([]byte(`{"data":[{"id":7}],"has_more":false}`), &page))

	clear, _ := json.Marshal(proficient.AgentUpdateParams{Description: wire.Null[string]()})
	fmt.Println(string(clear))

	operation := genesyschat.OperateChatParams{Member: &genesyschat.SendMessageParams{
		OperationName: genesyschat.SendMessageOperationSendMessage, SecureKey: "s3cret", Text: "Hi",
	}}
	if say, is := operation.Member.(*genesyschat.SendMessageParams); is {
		fmt.Println(say.Text, say.SecureKey)
	}
	_, err := json.Marshal(proficient.PageLimit(101))
	fmt.Println(err)

	// Output:
	// supervisor Hello "warm"
	// at "/data/0/id": number instead of string
	// {"description":null}
	// Hi secret
	// json: error calling MarshalJSON for type proficient.PageLimit: at "": out of bounds
}
