using System.Collections.Immutable;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>Thanks as they were written, before the rules have looked at them. Kept as a draft while a question is open.</summary>
public sealed record ThanksDraft
{
    public required ExchangeKind Kind { get; init; }

    /// <summary>Whom they named, in their order.</summary>
    public required ImmutableArray<Receiver> Receivers { get; init; }

    /// <summary>Names of which it is not clear who is meant.</summary>
    public ImmutableArray<UnclearName> Unclear { get; init; } = [];

    public required string Note { get; init; }

    public required ImmutableArray<string> Values { get; init; }

    public required Visibility Visibility { get; init; }

    /// <summary>Web address of the message that it is for, if there is one.</summary>
    public string? Link { get; init; }

    /// <summary>The ask that was solved and that this thanks for, if there is one.</summary>
    public Guid? AskId { get; init; }

    /// <summary>A name that several answer to.</summary>
    public sealed record UnclearName(string Typed, ImmutableArray<NamedReceiver> Candidates);
}
