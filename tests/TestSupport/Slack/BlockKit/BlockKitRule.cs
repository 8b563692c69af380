using System.Text.Json;

namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>Checks one value; <paramref name="at"/> is its JSON pointer.</summary>
internal delegate void BlockKitRule(BlockKitScan scan, JsonElement value, string at);
