module conversation.example/types

go 1.19
