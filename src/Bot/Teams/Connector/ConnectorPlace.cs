namespace RelateBot.Bot.Teams.Connector;

/// <summary>Which connector, and for whose tenant.</summary>
public sealed record ConnectorPlace(string ServiceUrl, string TenantId);
