using System.Collections.Immutable;

namespace RelateBot.Domain.Exchanges;

/// <summary>Somebody wants to thank or praise one or more people or departments.</summary>
public sealed record GiveThanks
{
    /// <summary><see cref="ExchangeKind.Thanks"/> or <see cref="ExchangeKind.Kudos"/>.</summary>
    public required ExchangeKind Kind { get; init; }

    /// <summary>Who gives.</summary>
    public required Guid GiverId { get; init; }

    /// <summary>Whom they named, in their order; repeats and the giver are dropped.</summary>
    public required ImmutableArray<Receiver> Receivers { get; init; }

    /// <summary>What for; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>Values, without the sign; repeats are dropped.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>Who may read it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>Where it was written: a platform's name.</summary>
    public required string Source { get; init; }

    /// <summary>Web address of the message that it is for, if there is one; left out when it has more than <see cref="ThanksLimits.Link"/> characters.</summary>
    public string? Link { get; init; }

    /// <summary>True when the giver has seen which receivers are refused and wants to thank the others.</summary>
    public bool OthersOnly { get; init; }
}

/// <summary>What became of a <see cref="GiveThanks"/>.</summary>
public abstract record GiveThanksResult
{
    private GiveThanksResult()
    {
    }

    /// <summary>It is part of what will be committed.</summary>
    public sealed record Given(Act Act) : GiveThanksResult;

    /// <summary>Nothing was recorded. <paramref name="OthersCanBeThanked"/>: it would go through without the receivers at fault.</summary>
    public sealed record Refused(ImmutableArray<ThanksFault> Faults, bool OthersCanBeThanked) : GiveThanksResult;
}
