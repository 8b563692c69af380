using RelateBot.Bot.Chat;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Focus;

/// <summary>One of somebody's five as they are shown them.</summary>
public sealed record FiveView
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
