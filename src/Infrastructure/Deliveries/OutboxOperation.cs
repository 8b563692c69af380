namespace RelateBot.Infrastructure.Deliveries;

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
