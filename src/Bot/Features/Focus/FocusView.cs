using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Focus;

/// <summary>An entry of a focus list, as its owner sees it.</summary>
public sealed record FocusView
{
    /// <summary>The stored entry.</summary>
    public required FocusPerson Entry { get; init; }

    /// <summary>The person in the list.</summary>
    public required Person Person { get; init; }

    /// <summary>The opener to suggest.</summary>
    public required string Opener { get; init; }

    /// <summary>The latest exchange between the two, in one line; null when there is none or it wasn't loaded.</summary>
    public ChatText? LastExchange { get; init; }

    /// <summary>The current time in the owner's time zone.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>True when it is time to be in touch.</summary>
    public bool IsDue => Entry.DueAt <= Now;

    /// <summary>Converts a time to the owner's time zone.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Now.Offset);
}

/// <summary>The value of a button about an entry of a focus list.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Turn">The turn of the opener that was shown. A second tap, or a tap on an old message, has no further effect.</param>
/// <param name="IsAtHome">True on the home page, which is refreshed automatically and needs no answer.</param>
internal sealed record FocusButtonValue(Guid Id, int Turn, bool IsAtHome)
{
    private const string Home = "home";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id:N}:{Turn}{(IsAtHome ? $":{Home}" : "")}");

    /// <summary>Reads a button's value; null when it isn't valid.</summary>
    public static FocusButtonValue? Read(string value) =>
        value.Split(':') is [var id, var turn, .. var rest]
            && Guid.TryParse(id, out var entry)
            && int.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
            ? new FocusButtonValue(entry, shown, rest is [Home])
            : null;
}
