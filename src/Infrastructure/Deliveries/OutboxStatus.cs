namespace RelateBot.Infrastructure.Deliveries;

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
}
