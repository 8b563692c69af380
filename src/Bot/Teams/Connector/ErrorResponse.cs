namespace RelateBot.Bot.Teams.Connector;

/// <summary>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#errorresponse-object</summary>
public sealed record ErrorResponse(ErrorResponse.ErrorOf? Error)
{
    public sealed record ErrorOf(string? Code, string? Message);
}
