using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Focus;

/// <summary>One of somebody's five as they are shown them.</summary>
public sealed record FocusView
{
    /// <summary>What is kept.</summary>
    public required FocusPerson Entry { get; init; }

    /// <summary>Who it is.</summary>
    public required Person Person { get; init; }

    /// <summary>What one could ask them.</summary>
    public required string Opener { get; init; }

    /// <summary>What the two last exchanged, in a line; null when nothing is recorded or nobody looked.</summary>
    public ChatText? LastExchange { get; init; }

    /// <summary>Now, where the owner is.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>True when it is time to be in touch.</summary>
    public bool IsDue => Entry.DueAt <= Now;

    /// <summary>A moment where the owner is.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Now.Offset);
}

/// <summary>The value of a button about one of somebody's five.</summary>
/// <param name="Id">Which.</param>
/// <param name="Turn">Which opener stood beside it: a second tap, or one on an old message, does nothing twice.</param>
/// <param name="IsAtHome">True on the home page, which is drawn anew by itself and needs no answer.</param>
internal sealed record FocusButtonValue(Guid Id, int Turn, bool IsAtHome)
{
    private const string Home = "home";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id:N}:{Turn}{(IsAtHome ? $":{Home}" : "")}");

    /// <summary>Null when it was not made here.</summary>
    public static FocusButtonValue? Read(string value) =>
        value.Split(':') is [var id, var turn, .. var rest]
            && Guid.TryParse(id, out var entry)
            && int.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
            ? new FocusButtonValue(entry, shown, rest is [Home])
            : null;
}
