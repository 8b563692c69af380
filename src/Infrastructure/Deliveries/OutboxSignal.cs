namespace RelateBot.Infrastructure.Deliveries;

/// <summary>There is something to send.</summary>
public sealed class OutboxSignal : Signal;
