namespace RelateBot.Bot.Playground.Api;

/// <summary>The endpoints of the page. Every request names the person it acts for; see <see cref="VisitorResolver"/>.</summary>
internal static class ApiEndpoints
{
    private const long LargestBody = 256 * 1024;

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/playground/api").AddEndpointFilter(PlaygroundRequestFilter.AnswerAsync);
        api.MapGet("/state", StateEndpoint.HandleAsync);
        api.MapGet("/messages", MessagesEndpoint.HandleAsync);
        api.MapGet("/events", EventsEndpoint.HandleAsync);

        var changes = api
            .MapGroup("")
            .AddEndpointFilter(PlaygroundRequestFilter.KeepToSameOriginAsync)
            .WithMetadata(new RequestSizeLimit(LargestBody));
        changes.MapPost("/messages", SayEndpoint.HandleAsync);
        changes.MapPost("/actions", TapEndpoint.HandleAsync);
        changes.MapPost("/forms", FormEndpoint.HandleAsync);
        changes.MapPost("/clock", ClockEndpoint.HandleAsync);
    }

    private sealed record RequestSizeLimit(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
