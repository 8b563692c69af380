namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>A reason for Slack to refuse blocks. A total concerns all blocks together (msg_blocks_too_long).</summary>
public sealed record BlockKitFinding(string At, string Message, bool IsTotal = false)
{
    public override string ToString() => $"{Message} [json-pointer:{At}]";
}
