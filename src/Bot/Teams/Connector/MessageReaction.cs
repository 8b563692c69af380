namespace RelateBot.Bot.Teams.Connector;

/// <summary>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#messagereaction-object</summary>
public sealed record MessageReaction(string Type);
