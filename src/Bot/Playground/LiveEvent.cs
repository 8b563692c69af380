using RelateBot.Bot.Playground.Api;

namespace RelateBot.Bot.Playground;

/// <summary>Something that open pages are told at once.</summary>
/// <param name="Kind">What happened; the name of the event on the wire.</param>
/// <param name="Message">The message as it is now.</param>
/// <param name="Removed">The message that is gone.</param>
/// <param name="Now">What time it has become.</param>
internal sealed record LiveEvent(string Kind, MessageView? Message = null, Guid? Removed = null, DateTimeOffset? Now = null)
{
    public static LiveEvent Hello(DateTimeOffset now) => new("hello", Now: now);

    public static LiveEvent Beat(DateTimeOffset now) => new("beat", Now: now);

    public static LiveEvent Posted(MessageView message) => new("message", message);

    public static LiveEvent Changed(MessageView message) => new("changed", message);

    public static LiveEvent Gone(Guid id) => new("gone", Removed: id);

    public static LiveEvent ClockMoved(DateTimeOffset now) => new("clock", Now: now);
}
