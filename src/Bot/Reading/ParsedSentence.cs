using System.Collections.Immutable;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Reading;

/// <summary>The parts of the text after a command. No rules have been applied yet.</summary>
public sealed record ParsedSentence
{
    /// <summary>The receivers, in the order in which they were named.</summary>
    public required ImmutableArray<Receiver> Receivers { get; init; }

    /// <summary>Names that could mean more than one person or department.</summary>
    public ImmutableArray<UnclearName> Unclear { get; init; } = [];

    /// <summary>The text without the names at the start and the values at the end.</summary>
    public required string Note { get; init; }

    /// <summary>The values (tags): lower case, without <c>#</c>.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>
    /// The topics: the tags, or else the channels named at the start. A platform turns "#excel" into a channel when there is one with that
    /// name.
    /// </summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Private when the writer asked for it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>
    /// True when the text may ask for privacy or be about privacy. The writer is asked, and nothing is sent before they answer.
    /// </summary>
    public bool IsPrivacyUnclear { get; init; }

    /// <summary>True when the writer confirmed that there is no note.</summary>
    public bool IsWithoutWords { get; init; }

    /// <summary>Returns the sentence with a note that was written later. Names in that note are ordinary words.</summary>
    public ParsedSentence With(string note) => this with
    {
        Note = SentenceBuilder.ToNote(note),
        Values = [.. Values.Union(SentenceBuilder.ValuesIn(note), StringComparer.Ordinal)],
        IsPrivacyUnclear = Visibility is Visibility.Public && PrivacyWords.AreIn(note),
    };
}

/// <summary>A command with its sentence. It is stored as a draft while a question about it is open.</summary>
/// <param name="Name">The command, without the slash, lower case.</param>
/// <param name="Sentence">The text after it.</param>
public sealed record ParsedCommand(string Name, ParsedSentence Sentence);

/// <summary>A typed name that could mean several people or departments.</summary>
public sealed record UnclearName(string Typed, ImmutableArray<NamedReceiver> Candidates);

/// <summary>A person or department to choose from. The name tells them apart from others with the same name.</summary>
public sealed record NamedReceiver(Receiver Receiver, string Name);
