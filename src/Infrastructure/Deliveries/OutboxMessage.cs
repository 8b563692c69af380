using RelateBot.Domain;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>
/// An outgoing operation on a platform. It is committed together with the change that caused it and carried out afterwards.
/// </summary>
public sealed class OutboxMessage : IOrganisationScoped
{
    /// <summary>The order of writing. Messages of one conversation are sent in this order.</summary>
    public long Sequence { get; private set; }

    /// <summary>UUIDv7. Sent to the platform, so that it can recognise a repeat.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>The ordering key: one for each person or channel in a workspace.</summary>
    public required string Conversation { get; init; }

    public required OutboxOperation Operation { get; init; }

    /// <summary>The post that an update or delete applies to; null for a post.</summary>
    public Guid? TargetId { get; init; }

    /// <summary>The destination, as JSON written by the bot's chat layer.</summary>
    public required string Destination { get; init; }

    /// <summary>The platform-neutral message as JSON; null for a delete.</summary>
    public string? Content { get; init; }

    /// <summary>The act that the message is about; null when there is none.</summary>
    public Guid? ActId { get; init; }

    /// <summary>The purpose, for example <c>thanks.received</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>The person that the message is for; null when there is none.</summary>
    public Guid? PersonId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public OutboxStatus Status { get; private set; }

    /// <summary>When it was sent, withdrawn or given up (UTC); null while it is still to be sent.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>The earliest time for the next attempt (UTC).</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>The latest time at which sending is useful (UTC); null when it always is.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Until when the leasing host may be sending it (UTC); null when no host is.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>The platform's conversation id; null until sent.</summary>
    public string? SentConversation { get; private set; }

    /// <summary>The platform's message id; null until sent.</summary>
    public string? SentId { get; private set; }

    /// <summary>The platform's latest error; null when there was none.</summary>
    public string? LastError { get; private set; }

    /// <summary>Incremented with every write, so that two hosts can't lease the same message.</summary>
    public int Version { get; private set; }

    /// <summary>True when a host leased the message but the outcome isn't known.</summary>
    public bool FateIsUnknown { get; private set; }

    /// <summary>Leases the message to a host that will send it.</summary>
    public void Lease(DateTimeOffset now, TimeSpan lease)
    {
        FateIsUnknown |= Status is OutboxStatus.Sending;
        Status = OutboxStatus.Sending;
        LeasedUntil = now + lease;
        Attempts++;
        Version++;
    }

    /// <summary>Records that the message was sent.</summary>
    public void MarkSent(DateTimeOffset now, string? conversation, string? id)
    {
        Status = OutboxStatus.Sent;
        SettledAt = now;
        SentConversation = conversation;
        SentId = id;
        LeasedUntil = null;
        LastError = null;
        FateIsUnknown = false;
        Version++;
    }

    /// <summary>Schedules another attempt.</summary>
    public void Postpone(DateTimeOffset until, string error, bool fateUnknown)
    {
        Status = OutboxStatus.Pending;
        NotBefore = until;
        LeasedUntil = null;
        LastError = error;
        FateIsUnknown = fateUnknown;
        Version++;
    }

    /// <summary>Returns a leased message that wasn't tried. Whether its fate is known doesn't change.</summary>
    public void PutBack(DateTimeOffset until)
    {
        Status = OutboxStatus.Pending;
        NotBefore = until;
        LeasedUntil = null;
        Attempts--;
        Version++;
    }

    /// <summary>Drops the message because it is too late to send it.</summary>
    public void Expire(DateTimeOffset now)
    {
        Status = OutboxStatus.Withdrawn;
        SettledAt = now;
        LeasedUntil = null;
        Version++;
    }

    /// <summary>Gives up. There are no more attempts.</summary>
    public void GiveUp(DateTimeOffset now, string error)
    {
        Status = OutboxStatus.Dead;
        SettledAt = now;
        LeasedUntil = null;
        LastError = error;
        Version++;
    }

    /// <summary>Withdraws the message.</summary>
    /// <returns>True when no host had leased it yet, so that no one will see it.</returns>
    public bool TryWithdraw(DateTimeOffset now)
    {
        if (Status is not OutboxStatus.Pending || FateIsUnknown)
        {
            return false;
        }

        Status = OutboxStatus.Withdrawn;
        SettledAt = now;
        Version++;
        return true;
    }
}

/// <summary>The operations on a platform.</summary>
public enum OutboxOperation
{
    /// <summary>Send a new message.</summary>
    Post,

    /// <summary>Replace the content of the message in <see cref="OutboxMessage.TargetId"/>.</summary>
    Update,

    /// <summary>Delete the message in <see cref="OutboxMessage.TargetId"/>.</summary>
    Delete,
}

/// <summary>The status of an outgoing message.</summary>
public enum OutboxStatus
{
    /// <summary>Waiting to be sent, now or after <see cref="OutboxMessage.NotBefore"/>.</summary>
    Pending,

    /// <summary>A host is sending it until <see cref="OutboxMessage.LeasedUntil"/>. After that its fate isn't known.</summary>
    Sending,

    /// <summary>The platform accepted it.</summary>
    Sent,

    /// <summary>Withdrawn before it was sent.</summary>
    Withdrawn,

    /// <summary>Given up; see <see cref="OutboxMessage.LastError"/>.</summary>
    Dead,
}
