namespace RelateBot.Bot.Teams.Connector;

/// <summary>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversationresourceresponse-object</summary>
public sealed record ConversationResourceResponse(string? Id, string? ActivityId);
