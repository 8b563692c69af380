using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace RelateBot.Bot.Playground.Api;

/// <summary>Sends events to an open page. After an interruption the page reads everything again, so no events are stored.</summary>
internal static class EventsEndpoint
{
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(1);

    public static async Task<ServerSentEventsResult<LiveEvent>> HandleAsync(
        VisitorResolver visitors,
        LiveFeed feed,
        HttpContext http,
        CancellationToken cancellationToken,
        [FromQuery(Name = "as")] string? account = null)
    {
        var visitor = await visitors.EnterAsync(account, cancellationToken);
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(FollowAsync(feed, visitor.Account, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<LiveEvent>> FollowAsync(
        LiveFeed feed, string account, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var happened in feed.FollowAsync(account, cancellationToken))
        {
            yield return new SseItem<LiveEvent>(happened, happened.Kind) { ReconnectionInterval = ComeBackAfter };
        }
    }
}
