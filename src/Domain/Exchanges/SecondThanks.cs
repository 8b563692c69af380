using System.Collections.Immutable;

namespace RelateBot.Domain.Exchanges;

/// <summary>Somebody says "me too" to a public act.</summary>
public sealed record SecondThanks(Guid ActId, Guid PersonId);

/// <summary>What became of a <see cref="SecondThanks"/>.</summary>
public abstract record SecondThanksResult
{
    private SecondThanksResult()
    {
    }

    /// <summary>It is part of what will be committed. <paramref name="SeconderIds"/>: everybody so far, in order.</summary>
    public sealed record Seconded(Act Act, ImmutableArray<Guid> SeconderIds) : SecondThanksResult;

    /// <summary>This person had seconded it before.</summary>
    public sealed record Already : SecondThanksResult;

    /// <summary>The giver cannot second their own act.</summary>
    public sealed record OwnAct : SecondThanksResult;

    /// <summary>A receiver cannot second what they received.</summary>
    public sealed record OwnThanks : SecondThanksResult;

    /// <summary>There is no such public act, or it was taken back.</summary>
    public sealed record Gone : SecondThanksResult;
}

/// <summary>Somebody said "me too" to a public act. At most one a person and act.</summary>
public sealed class Seconding : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>What was seconded.</summary>
    public required Guid ActId { get; init; }

    /// <summary>Who seconded it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
