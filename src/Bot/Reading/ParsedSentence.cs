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

    /// <summary>Private when the writer asked for it.</summary>
    public required Visibility Visibility { get; init; }
}

/// <summary>A command with its sentence. It is stored as a draft while a question about it is open.</summary>
/// <param name="Name">The command, without the slash, lower case.</param>
/// <param name="Sentence">The text after it.</param>
public sealed record ParsedCommand(string Name, ParsedSentence Sentence);

/// <summary>A typed name that could mean several people or departments.</summary>
public sealed record UnclearName(string Typed, ImmutableArray<NamedReceiver> Candidates);

/// <summary>A person or department to choose from. The name tells them apart from others with the same name.</summary>
public sealed record NamedReceiver(Receiver Receiver, string Name);
