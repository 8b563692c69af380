using System.Collections.Immutable;

namespace RelateBot.Domain.Introductions;

/// <summary>
/// Somebody would like to meet somebody. Those in between are asked one after the other, from the asker's side on, and the one to be met
/// last. Every change is checked against the version that was read, so each answer counts once.
/// </summary>
public sealed class Introduction : IOrganisationScoped
{
    /// <summary>Longest reason, in UTF-16 code units.</summary>
    public const int LongestReason = 500;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Where it was asked for.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Who would like to meet somebody.</summary>
    public required Guid AskerId { get; init; }

    /// <summary>Whom.</summary>
    public required Guid TargetId { get; init; }

    /// <summary>Who knows the asker.</summary>
    public required Guid ConnectorId { get; set; }

    /// <summary>Who knows the connector and the one to be met, when two people are in between.</summary>
    public Guid? SecondConnectorId { get; set; }

    /// <summary>Who was asked first and said no, or nothing, so that another way was taken; null when it leads the first way.</summary>
    public Guid? PassedById { get; private set; }

    /// <summary>Why, in the asker's words.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Where it is in its life.</summary>
    public IntroductionState State { get; private set; }

    /// <summary>How many have said yes.</summary>
    public int Agreed { get; private set; }

    /// <summary>Until when whoever is being asked may answer (UTC); null once it is over.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Changes with every write.</summary>
    public int Version { get; private set; }

    /// <summary>Who is asked, in this order.</summary>
    public ImmutableArray<Guid> Asked => SecondConnectorId is { } second ? [ConnectorId, second, TargetId] : [ConnectorId, TargetId];

    /// <summary>Whose answer is awaited; null once it is over.</summary>
    public Guid? AwaitedPersonId => State is IntroductionState.Asking ? Asked[Agreed] : null;

    /// <summary>The next one is asked, and has until then to answer.</summary>
    public void Ask(DateTimeOffset until)
    {
        ExpiresAt = until;
        Version++;
    }

    /// <summary>It leads another way, for the connector would rather not, or does not answer. Nobody is told.</summary>
    public void Reroute(Guid connectorId, Guid? secondConnectorId) =>
        (PassedById, ConnectorId, SecondConnectorId) = (ConnectorId, connectorId, secondConnectorId);

    /// <summary>Whoever is being asked says yes; after the last yes it is made.</summary>
    public void Agree()
    {
        Agreed++;
        if (Agreed == Asked.Length)
        {
            Close(IntroductionState.Made);
        }
    }

    /// <summary>It is over.</summary>
    public void Close(IntroductionState state)
    {
        State = state;
        ExpiresAt = null;
        Version++;
    }
}

/// <summary>Where an introduction is in its life.</summary>
public enum IntroductionState
{
    /// <summary>Somebody has been asked and has not answered yet.</summary>
    Asking,

    /// <summary>All said yes, and they have been brought together.</summary>
    Made,

    /// <summary>Somebody would rather not. Who, nobody is told.</summary>
    Declined,

    /// <summary>Somebody did not answer in time.</summary>
    Expired,
}
