using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RelateBot.Domain.Exchanges;

/// <summary>The command to thank or praise one or more people or departments.</summary>
public sealed record GiveThanks
{
    /// <summary><see cref="ExchangeKind.Thanks"/> or <see cref="ExchangeKind.Kudos"/>.</summary>
    public required ExchangeKind Kind { get; init; }

    /// <summary>The person who gives.</summary>
    public required Guid GiverId { get; init; }

    /// <summary>The receivers in the order named. Duplicates and the giver are dropped.</summary>
    public required ImmutableArray<Receiver> Receivers { get; init; }

    /// <summary>What it is for; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>Company values, without the <c>#</c>. Duplicates are dropped.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>Who may read it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>The name of the platform where it was written.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// Web address of the message that it is for; null when there is none. Dropped when it is longer than <see cref="ThanksLimits.Link"/>
    /// characters.
    /// </summary>
    public string? Link { get; init; }

    /// <summary>True when the giver has seen which receivers are refused and wants to thank the others.</summary>
    public bool OthersOnly { get; init; }
}

/// <summary>The outcome of a <see cref="GiveThanks"/> command.</summary>
public abstract record GiveThanksResult
{
    private GiveThanksResult()
    {
    }

    /// <summary>The act was recorded. It is saved on commit.</summary>
    public sealed record Given(Act Act) : GiveThanksResult;

    /// <summary>Nothing was recorded.</summary>
    /// <param name="OthersCanBeThanked">True when it would succeed without the refused receivers.</param>
    /// <param name="Faults">Every reason for the refusal.</param>
    public sealed record Refused(ImmutableArray<ThanksFault> Faults, bool OthersCanBeThanked) : GiveThanksResult;
}

/// <summary>A receiver named by the giver.</summary>
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

    /// <summary>A whole department. The team is thanked, not its head.</summary>
    public sealed record Department(Guid Id) : Receiver;

    /// <summary>A name that matches no one.</summary>
    public sealed record Unknown(string Typed) : Receiver;
}

/// <summary>A reason why thanks can't be recorded. Several can apply at once.</summary>
public abstract record ThanksFault
{
    private ThanksFault()
    {
    }

    /// <summary>No receiver was named.</summary>
    public sealed record NobodyNamed : ThanksFault;

    /// <summary>The giver is the only receiver.</summary>
    public sealed record OnlyGiverNamed : ThanksFault;

    /// <summary>A bot was named.</summary>
    public sealed record BotNamed(string Name) : ThanksFault;

    /// <summary>A person from another organisation was named.</summary>
    public sealed record OutsiderNamed(string Name) : ThanksFault;

    /// <summary>A colleague who has left was named.</summary>
    public sealed record LeaverNamed(string Name) : ThanksFault;

    /// <summary>No one has this name.</summary>
    public sealed record UnknownName(string Typed) : ThanksFault;

    /// <summary>A department whose only known member is the giver, or one without known members that would be thanked in private.</summary>
    public sealed record EmptyDepartment(string Name) : ThanksFault;

    /// <summary>The note is longer than <see cref="ThanksLimits.Note"/>.</summary>
    public sealed record NoteTooLong(int Length) : ThanksFault;

    /// <summary>There are more receivers than one act can have.</summary>
    public sealed record TooManyReceivers(int Count) : ThanksFault;

    /// <summary>There are more values than one act can have.</summary>
    public sealed record TooManyValues(int Count) : ThanksFault;

    /// <summary>The giver has reached the hourly limit.</summary>
    public sealed record TooManyThisHour(int Written) : ThanksFault;

    /// <summary>True when the act could be recorded without the receiver concerned.</summary>
    public bool ConcernsOneReceiver => this is BotNamed or OutsiderNamed or LeaverNamed or UnknownName or EmptyDepartment;
}
