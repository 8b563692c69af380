using System.Net.Http.Headers;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>Reads the delay that Microsoft asks for.</summary>
internal static class RetryAfter
{
    /// <summary>Returns null when the response names none.</summary>
    public static TimeSpan? Of(RetryConditionHeaderValue? header, TimeProvider clock) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };
}
