using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Somebody was met of whom only the account id is known.</summary>
public sealed class NewcomerSignal : Signal;
