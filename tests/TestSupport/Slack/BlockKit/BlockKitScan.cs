namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>The state after some of the blocks were read.</summary>
internal sealed class BlockKitScan
{
    private readonly List<BlockKitFinding> findings = [];
    private readonly HashSet<string> blockIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> actionIds = new(StringComparer.Ordinal);

    public IReadOnlyList<BlockKitFinding> Findings => findings;

    public bool InMessage { get; init; }

    public int Inputs { get; set; }

    public int Tables { get; set; }

    public int FocusedElements { get; set; }

    public int TextLength { get; set; }

    public void Find(string at, string message, bool isTotal = false) => findings.Add(new BlockKitFinding(at, message, isTotal));

    public void StartBlock() => actionIds.Clear();

    public bool IsNewBlockId(string id) => blockIds.Add(id);

    /// <summary>The position in the current block.</summary>
    public bool IsNewActionId(string id) => actionIds.Add(id);
}
