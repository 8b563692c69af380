using System.Collections.Immutable;

namespace RelateBot.Domain.Introductions;

/// <summary>
/// A request to be introduced to someone. The people in between are asked one after the other, starting next to the asker, and the target
/// last. Every change has a version check, so each answer counts once.
/// </summary>
public sealed class Introduction : IOrganisationScoped
{
    /// <summary>The longest reason, in UTF-16 code units.</summary>
    public const int LongestReason = 500;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The workspace where it was asked for.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The person who wants to meet someone.</summary>
    public required Guid AskerId { get; init; }

    /// <summary>The person they want to meet.</summary>
    public required Guid TargetId { get; init; }

    /// <summary>The person who knows the asker.</summary>
    public required Guid ConnectorId { get; set; }

    /// <summary>The person who knows both the connector and the target; null when one person is in between.</summary>
    public Guid? SecondConnectorId { get; set; }

    /// <summary>The first connector who declined or didn't answer, so that another path was used; null on the first path.</summary>
    public Guid? PassedById { get; private set; }

    /// <summary>The reason, in the asker's words.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The current state.</summary>
    public IntroductionState State { get; private set; }

    /// <summary>How many of the people asked have said yes.</summary>
    public int Agreed { get; private set; }

    /// <summary>When the current question expires (UTC); null once the introduction has ended.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Incremented with every write.</summary>
    public int Version { get; private set; }

    /// <summary>The people to ask, in this order.</summary>
    public ImmutableArray<Guid> Asked => SecondConnectorId is { } second ? [ConnectorId, second, TargetId] : [ConnectorId, TargetId];

    /// <summary>The person whose answer is pending; null once the introduction has ended.</summary>
    public Guid? AwaitedPersonId => State is IntroductionState.Asking ? Asked[Agreed] : null;

    /// <summary>Asks the next person, who can answer until <paramref name="until"/> (UTC).</summary>
    public void Ask(DateTimeOffset until)
    {
        ExpiresAt = until;
        Version++;
    }

    /// <summary>Switches to another path because the connector declined or didn't answer. No one is told.</summary>
    public void Reroute(Guid connectorId, Guid? secondConnectorId) =>
        (PassedById, ConnectorId, SecondConnectorId) = (ConnectorId, connectorId, secondConnectorId);

    /// <summary>The person being asked says yes. After the last yes the introduction is made.</summary>
    public void Agree()
    {
        Agreed++;
        if (Agreed == Asked.Length)
        {
            Close(IntroductionState.Made);
        }
    }

    /// <summary>Ends the introduction.</summary>
    public void Close(IntroductionState state)
    {
        State = state;
        ExpiresAt = null;
        Version++;
    }
}

/// <summary>The states of an introduction.</summary>
public enum IntroductionState
{
    /// <summary>Someone has been asked and hasn't answered yet.</summary>
    Asking,

    /// <summary>Everyone said yes, and the introduction was made.</summary>
    Made,

    /// <summary>Someone declined. No one is told who.</summary>
    Declined,

    /// <summary>Someone didn't answer in time.</summary>
    Expired,
}
