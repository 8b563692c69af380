using Microsoft.Extensions.Time.Testing;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Story;

/// <summary>
/// A platform on which the story is played: how its people write, tap and read there. They are called by their full names.
/// </summary>
public interface IStoryPlatform
{
    /// <summary>IT's own channel.</summary>
    const string HelpChannel = "it-help";

    BotUnderTest Bot { get; }

    FakeTimeProvider Time { get; }

    /// <summary>A command, as one gives it to the bot; <paramref name="command"/> without the slash.</summary>
    Task SayAsync(string who, string command);

    /// <summary>The messages that only this person can read, oldest first.</summary>
    Task<IReadOnlyList<Line>> OwnLinesAsync(string who);

    /// <summary>The messages in a channel that everyone can read, as they are now.</summary>
    Task<IReadOnlyList<Line>> LinesInAsync(string channel);

    /// <summary>Taps a button.</summary>
    Task TapAsync(string who, Line line, string button);

    /// <summary>Writes what for into the form for thanks that a tap opened, leaves the rest as it was filled in, and sends it.</summary>
    Task SendThanksAsync(string who, string note);
}
