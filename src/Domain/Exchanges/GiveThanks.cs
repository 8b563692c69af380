using System.Collections.Immutable;
using System.Text.Json.Serialization;

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

    /// <summary>
    /// Web address of the message that it is for, if there is one; left out when it has more than <see cref="ThanksLimits.Link"/>
    /// characters.
    /// </summary>
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

/// <summary>Somebody whom a giver named.</summary>
[JsonDerivedType(typeof(Person), "person")]
[JsonDerivedType(typeof(Department), "department")]
[JsonDerivedType(typeof(Unknown), "nobody")]
public abstract record Receiver
{
    private Receiver()
    {
    }

    /// <summary>A person.</summary>
    public sealed record Person(Guid Id) : Receiver;

    /// <summary>A whole department; the team is thanked, not its spokesman.</summary>
    public sealed record Department(Guid Id) : Receiver;

    /// <summary>A name that nobody answers to.</summary>
    public sealed record Unknown(string Typed) : Receiver;
}

/// <summary>A reason why thanks cannot be recorded as they were given. Several can hold at once.</summary>
public abstract record ThanksFault
{
    private ThanksFault()
    {
    }

    /// <summary>No receiver was named.</summary>
    public sealed record NobodyNamed : ThanksFault;

    /// <summary>The giver is the only receiver.</summary>
    public sealed record OnlyGiverNamed : ThanksFault;

    /// <summary>A program was named.</summary>
    public sealed record BotNamed(string Name) : ThanksFault;

    /// <summary>Somebody of another organisation was named.</summary>
    public sealed record OutsiderNamed(string Name) : ThanksFault;

    /// <summary>A colleague who has left was named.</summary>
    public sealed record LeaverNamed(string Name) : ThanksFault;

    /// <summary>Nobody answers to this name.</summary>
    public sealed record UnknownName(string Typed) : ThanksFault;

    /// <summary>A department whose only known member is the giver, or one without known members that would be thanked in private.</summary>
    public sealed record EmptyDepartment(string Name) : ThanksFault;

    /// <summary>The note has more characters than fit.</summary>
    public sealed record NoteTooLong(int Length) : ThanksFault;

    /// <summary>More receivers than one act can have.</summary>
    public sealed record TooManyReceivers(int Count) : ThanksFault;

    /// <summary>More values than one act can have.</summary>
    public sealed record TooManyValues(int Count) : ThanksFault;

    /// <summary>The giver has written as much as fits into an hour.</summary>
    public sealed record TooManyThisHour(int Written) : ThanksFault;

    /// <summary>True when the act could go ahead without the receiver concerned.</summary>
    public bool ConcernsOneReceiver => this is BotNamed or OutsiderNamed or LeaverNamed or UnknownName or EmptyDepartment;
}
