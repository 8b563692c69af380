using System.Collections.Concurrent;
using System.Net;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;

namespace RelateBot.Bot.Slack.Api;

/// <summary>
/// Keeps every method of every workspace within its tier ahead of time, and away from Slack for as long as a 429 says. Other methods and
/// workspaces go on. A short wait is waited; for a long one the caller hears when to come back, without a call.
/// </summary>
public sealed class SlackApiRateLimiter(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WithoutRetryAfter = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly MessageRateLimiter rateLimiter = new(clock);
    private readonly ConcurrentDictionary<string, DateTimeOffset> refusedUntil = new(StringComparer.Ordinal);

    /// <summary>Waits for a place of this method. Throws <see cref="PlatformException"/> when there is none soon.</summary>
    public async Task EnterAsync(string workspace, string method, CancellationToken cancellationToken)
    {
        var wait = Take($"{workspace} {method}", method);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>Slack has refused a call.</summary>
    public void Refused(string workspace, string method, TimeSpan? retryAfter) =>
        refusedUntil[$"{workspace} {method}"] = clock.GetUtcNow() + (retryAfter ?? WithoutRetryAfter);

    /// <summary>
    /// What goes into the outbox can be put aside there while others leave, so it does not wait here. A quarter of a minute's calls may
    /// leave at once and the rest is spread, so that no minute sees more than is allowed.
    /// </summary>
    private TimeSpan Take(string key, string method)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var ready = refusedUntil.TryGetValue(key, out var until) && until > now ? until : now;
            var perMinute = SlackTiers.PerMinute.GetValueOrDefault(method);
            if (perMinute is { } known && rateLimiter.ReadyAt(key, Steady(known), known / 4) is var place && place > ready)
            {
                ready = place;
            }

            var wait = ready - now;
            if (wait > (method.StartsWith("chat.", StringComparison.Ordinal) ? TimeSpan.Zero : Patience))
            {
                throw new PlatformException(
                    $"{method}: kept within Slack's limit.",
                    wait,
                    stopsWorkspace: method is SlackErrors.PostMessage);
            }

            if (perMinute is { } taken)
            {
                rateLimiter.Take(key, Steady(taken));
            }

            return wait;
        }
    }

    private static double Steady(int perMinute) => perMinute * 0.75 / 60;

    /// <summary>Puts the limits between the client and the wire.</summary>
    public sealed class Handler(SlackApiRateLimiter limits) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (workspace, method) = (request.Headers.Authorization?.Parameter ?? "", request.RequestUri!.Segments[^1]);
            await limits.EnterAsync(workspace, method, cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode is HttpStatusCode.TooManyRequests)
            {
                limits.Refused(workspace, method, response.Headers.RetryAfter?.Delta);
            }

            return response;
        }
    }
}
