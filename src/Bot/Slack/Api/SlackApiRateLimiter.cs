using System.Collections.Concurrent;
using System.Net;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;

namespace RelateBot.Bot.Slack.Api;

/// <summary>
/// Keeps every method within its rate limit in each workspace, and pauses it after a 429. Other methods and workspaces continue. Short
/// delays are waited out; for a long one the caller gets an exception with the time to retry.
/// </summary>
public sealed class SlackApiRateLimiter(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WithoutRetryAfter = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly MessageRateLimiter rateLimiter = new(clock);
    private readonly ConcurrentDictionary<string, DateTimeOffset> refusedUntil = new(StringComparer.Ordinal);

    /// <summary>Waits for a permit for this method. Throws <see cref="PlatformException"/> when the wait would be too long.</summary>
    public async Task EnterAsync(string workspace, string method, CancellationToken cancellationToken)
    {
        var wait = Take($"{workspace} {method}", method);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>Pauses the method after Slack has refused a call.</summary>
    public void Refused(string workspace, string method, TimeSpan? retryAfter) =>
        refusedUntil[$"{workspace} {method}"] = clock.GetUtcNow() + (retryAfter ?? WithoutRetryAfter);

    /// <summary>
    /// Messages don't wait here: the outbox can postpone them and send others first. A quarter of the calls of one minute may be made at
    /// once and the rest are spread out, so no minute exceeds the limit.
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
                    $"{method}: waiting for Slack's rate limit.",
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

    /// <summary>Applies the rate limits before each HTTP request.</summary>
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
