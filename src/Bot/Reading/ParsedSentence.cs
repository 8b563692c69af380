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

    /// <summary>
    /// The topics that it is about: the tags, or else the channels that were named in front. A platform takes "#excel" for its channel of
    /// that name when there is one.
    /// </summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Private when they asked for it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>
    /// True when their words may ask for privacy or be about it: then only they can tell, and nothing is said before they do.
    /// </summary>
    public bool IsPrivacyUnclear { get; init; }

    /// <summary>True when they have said that they mean it without any note.</summary>
    public bool IsWithoutWords { get; init; }

    /// <summary>The same with a note that was written later; in it the names are words.</summary>
    public ParsedSentence With(string note) => this with
    {
        Note = SentenceBuilder.ToNote(note),
        Values = [.. Values.Union(SentenceBuilder.ValuesIn(note), StringComparer.Ordinal)],
        IsPrivacyUnclear = Visibility is Visibility.Public && PrivacyWords.AreIn(note),
    };
}

/// <summary>A command with its sentence. Kept as a draft while a question about it is open.</summary>
/// <param name="Name">The command, without the slash, lower case.</param>
/// <param name="Sentence">What was written after it.</param>
public sealed record ParsedCommand(string Name, ParsedSentence Sentence);

/// <summary>A typed name that several answer to.</summary>
public sealed record UnclearName(string Typed, ImmutableArray<NamedReceiver> Candidates);

/// <summary>Somebody to choose, with the words that tell them from others of that name.</summary>
public sealed record NamedReceiver(Receiver Receiver, string Name);
