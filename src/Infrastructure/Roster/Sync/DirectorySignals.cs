using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Roster.Sync;

/// <summary>Signals that a directory should be read.</summary>
public sealed class DirectorySyncSignal : Signal;

/// <summary>Signals that an account without a profile or a group without members was seen.</summary>
public sealed class IncompleteAccountSignal : Signal;
