using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Roster.Sync;

/// <summary>Somebody asked for a directory to be read.</summary>
public sealed class DirectorySyncSignal : Signal;

/// <summary>Somebody was met of whom only the account id is known, or a group of which nobody knows who belongs to it.</summary>
public sealed class IncompleteAccountSignal : Signal;
