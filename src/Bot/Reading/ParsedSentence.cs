using System.Collections.Immutable;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Reading;

/// <summary>What somebody wrote after a command, taken apart; no rule has looked at it yet.</summary>
public sealed record ParsedSentence
{
    /// <summary>Whom they named, in their order.</summary>
    public required ImmutableArray<Receiver> Receivers { get; init; }

    /// <summary>Names of which it is not clear who is meant.</summary>
    public ImmutableArray<UnclearName> Unclear { get; init; } = [];

    /// <summary>The words themselves, without the names in front and the values behind.</summary>
    public required string Note { get; init; }

    /// <summary>The tags, lower case and without <c>#</c>.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>Private when they asked for it.</summary>
    public required Visibility Visibility { get; init; }
}

/// <summary>A command with its sentence. Kept as a draft while a question about it is open.</summary>
/// <param name="Name">The command, without the slash, lower case.</param>
/// <param name="Sentence">What was written after it.</param>
public sealed record ParsedCommand(string Name, ParsedSentence Sentence);

/// <summary>A typed name that several answer to.</summary>
public sealed record UnclearName(string Typed, ImmutableArray<NamedReceiver> Candidates);

/// <summary>Somebody to choose, with the words that tell them from others of that name.</summary>
public sealed record NamedReceiver(Receiver Receiver, string Name);
