/** What Glue compiles; the work is Java's, in the jar beside it. */
object GlueApp {
  def main(arguments: Array[String]): Unit = topicworkbench.glue.PrepareJob.main(arguments)
}
