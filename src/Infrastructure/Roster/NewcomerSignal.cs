using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Somebody was met of whom only the account id is known, or a group of which nobody knows who belongs to it.</summary>
public sealed class NewcomerSignal : Signal;
