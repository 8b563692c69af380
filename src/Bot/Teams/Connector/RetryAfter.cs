using System.Net.Http.Headers;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>How long Microsoft asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>Null when it does not say.</summary>
    public static TimeSpan? Of(RetryConditionHeaderValue? header, TimeProvider clock) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };
}
