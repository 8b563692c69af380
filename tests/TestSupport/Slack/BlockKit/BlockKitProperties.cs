namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>Rules by property name.</summary>
internal sealed class BlockKitProperties() : Dictionary<string, BlockKitRule>(StringComparer.Ordinal)
{
    public BlockKitProperties And(BlockKitProperties others)
    {
        var both = new BlockKitProperties();
        foreach (var (name, rule) in this) both[name] = rule;
        foreach (var (name, rule) in others) both[name] = rule;
        return both;
    }
}
