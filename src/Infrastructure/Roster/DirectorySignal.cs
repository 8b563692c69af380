using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Somebody asked for a directory to be read.</summary>
public sealed class DirectorySignal : Signal;
