using System.Text.Json;

namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>Looks at one value; <paramref name="at"/> is its json pointer.</summary>
internal delegate void BlockKitRule(BlockKitScan scan, JsonElement value, string at);
