using RelateBot.Domain;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>Something to be done on a platform, committed together with the reason for it and carried out afterwards.</summary>
public sealed class OutboxMessage : IOrganisationScoped
{
    /// <summary>Order of writing; messages of one conversation leave in this order.</summary>
    public long Sequence { get; private set; }

    /// <summary>UUIDv7; the platform is told it, to recognise a repeat.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>What must stay in order: one key a person or channel in a workspace.</summary>
    public required string Conversation { get; init; }

    public required OutboxOperation Operation { get; init; }

    /// <summary>For an update or a delete: the post that it concerns.</summary>
    public Guid? TargetId { get; init; }

    /// <summary>Where it goes, as JSON of the chat house.</summary>
    public required string Destination { get; init; }

    /// <summary>The neutral message as JSON; null for a delete.</summary>
    public string? Content { get; init; }

    /// <summary>The act that it tells of, if any.</summary>
    public Guid? ActId { get; init; }

    /// <summary>What it is for, for example <c>thanks.received</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>The person it is addressed to, if any.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Who hears of it when it is given up, if that does not follow from the act.</summary>
    public Guid? AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public OutboxStatus Status { get; private set; }

    /// <summary>
    /// When it was sent, withdrawn or given up, or since when it waits for an account (UTC); null while the sender has to look at it.
    /// </summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Not to be tried before (UTC).</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>Not to be sent after this (UTC), when it is of use at its time alone; null when it always is.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Until when the host that took it may be sending it (UTC).</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>The platform's conversation, once sent.</summary>
    public string? SentConversation { get; private set; }

    /// <summary>The platform's message id, once sent.</summary>
    public string? SentId { get; private set; }

    /// <summary>What the platform said last when it refused.</summary>
    public string? LastError { get; private set; }

    /// <summary>Changes with every write, so that two hosts cannot both believe they took it.</summary>
    public int Version { get; private set; }

    /// <summary>True when a host took it and never said what became of it.</summary>
    public bool FateIsUnknown { get; private set; }

    /// <summary>A host takes it to send it.</summary>
    public void Lease(DateTimeOffset now, TimeSpan lease)
    {
        FateIsUnknown |= Status is OutboxStatus.Sending;
        Status = OutboxStatus.Sending;
        LeasedUntil = now + lease;
        Attempts++;
        Version++;
    }

    /// <summary>The platform has it.</summary>
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

    /// <summary>The person has no account yet: it is kept until one appears, or until <see cref="NotAfter"/>.</summary>
    public void WaitForAccount(DateTimeOffset now)
    {
        Status = OutboxStatus.Waiting;
        SettledAt = now;
        Version++;
    }

    /// <summary>It will be tried again.</summary>
    public void Postpone(DateTimeOffset until, string error, bool fateUnknown)
    {
        Status = OutboxStatus.Pending;
        NotBefore = until;
        LeasedUntil = null;
        LastError = error;
        FateIsUnknown = fateUnknown;
        Version++;
    }

    /// <summary>It was taken but not tried, so what is known of its fate stays as it was.</summary>
    public void PutBack(DateTimeOffset until)
    {
        Status = OutboxStatus.Pending;
        NotBefore = until;
        LeasedUntil = null;
        Attempts--;
        Version++;
    }

    /// <summary>Its time is over before it could be sent.</summary>
    public void Expire(DateTimeOffset now)
    {
        Status = OutboxStatus.Withdrawn;
        SettledAt = now;
        LeasedUntil = null;
        Version++;
    }

    /// <summary>It will not be tried again.</summary>
    public void GiveUp(DateTimeOffset now, string error)
    {
        Status = OutboxStatus.Dead;
        SettledAt = now;
        LeasedUntil = null;
        LastError = error;
        Version++;
    }

    /// <summary>It is not wanted any more. True when it had not been taken yet, so nobody will see it.</summary>
    public bool TryWithdraw(DateTimeOffset now)
    {
        if (Status is not (OutboxStatus.Pending or OutboxStatus.Waiting) || FateIsUnknown)
        {
            return false;
        }

        Status = OutboxStatus.Withdrawn;
        SettledAt = now;
        Version++;
        return true;
    }
}

/// <summary>What is to be done on the platform.</summary>
public enum OutboxOperation
{
    /// <summary>Send a new message.</summary>
    Post,

    /// <summary>Put other words in place of the one in <see cref="OutboxMessage.TargetId"/>.</summary>
    Update,

    /// <summary>Take back the one in <see cref="OutboxMessage.TargetId"/>.</summary>
    Delete,
}

/// <summary>How far an outgoing message has come.</summary>
public enum OutboxStatus
{
    /// <summary>To be sent, now or after <see cref="OutboxMessage.NotBefore"/>.</summary>
    Pending,

    /// <summary>A host is sending it until <see cref="OutboxMessage.LeasedUntil"/>; after that its fate is unknown.</summary>
    Sending,

    /// <summary>The platform has it.</summary>
    Sent,

    /// <summary>Taken back before it was sent.</summary>
    Withdrawn,

    /// <summary>Given up; <see cref="OutboxMessage.LastError"/> says why.</summary>
    Dead,

    /// <summary>Its receiver has no account anywhere yet.</summary>
    Waiting,
}
