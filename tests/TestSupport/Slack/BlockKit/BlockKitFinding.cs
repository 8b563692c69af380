namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>One thing that Slack would refuse; a total is about all blocks together (msg_blocks_too_long).</summary>
public sealed record BlockKitFinding(string At, string Message, bool IsTotal = false)
{
    public override string ToString() => $"{Message} [json-pointer:{At}]";
}
