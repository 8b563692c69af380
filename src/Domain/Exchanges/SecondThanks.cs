using System.Collections.Immutable;

namespace RelateBot.Domain.Exchanges;

/// <summary>The command to say "me too" to a public act.</summary>
public sealed record SecondThanks(Guid ActId, Guid PersonId);

/// <summary>The outcome of a <see cref="SecondThanks"/> command.</summary>
public abstract record SecondThanksResult
{
    private SecondThanksResult()
    {
    }

    /// <summary>It was recorded and is saved on commit.</summary>
    /// <param name="SeconderIds">Everyone who has seconded the act, in order.</param>
    /// <param name="Act">The act.</param>
    public sealed record Seconded(Act Act, ImmutableArray<Guid> SeconderIds) : SecondThanksResult;

    /// <summary>This person has already seconded the act.</summary>
    public sealed record Already : SecondThanksResult;

    /// <summary>The giver cannot second their own act.</summary>
    public sealed record OwnAct : SecondThanksResult;

    /// <summary>A receiver cannot second what they received.</summary>
    public sealed record OwnThanks : SecondThanksResult;

    /// <summary>There is no such public act, or it was undone.</summary>
    public sealed record Gone : SecondThanksResult;
}

/// <summary>A "me too" to a public act. At most one for each person and act.</summary>
public sealed class Seconding : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The act that was seconded.</summary>
    public required Guid ActId { get; init; }

    /// <summary>The person who seconded it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When it was said (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
